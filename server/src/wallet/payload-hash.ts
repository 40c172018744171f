import { hash } from 'node:crypto'
import type { Command } from './commands.ts'

/**
 * A fingerprint of what the caller meant, kept with the key. Ids and times that the server makes anew on each try are left
 * out of it, and so are consents: a refused intent may be sent again with the designer's yes.
 */
export function payloadHash(command: Command): string {
  return hash('sha256', JSON.stringify([command.type, ...meaning(command)]), 'base64url')
}

function meaning(command: Command): unknown[] {
  switch (command.type) {
    case 'open':
      return []
    case 'configure':
      return [Object.entries(command.settings).sort()]
    case 'grant':
      return [command.kind, command.label, command.credits, command.reference, command.priority, command.rollover?.max ?? null]
    case 'setCap':
    case 'closeCycle':
      return [command.cycle, command.type === 'setCap' ? command.cap : null]
    case 'hold':
      return [command.projectId, command.credits, command.purpose, command.payload]
    case 'capture':
      return [command.holdId, command.credits]
    case 'release':
    case 'refund':
      return [command.holdId, command.credits, command.because]
    case 'timeOut':
      return [command.holdId]
    case 'expire':
      return [command.lotId]
    case 'clawBack':
      return [command.lotId, command.undone, command.paid]
    case 'adjust':
      return [command.credits, command.label]
    case 'setBudget':
      return [command.projectId, command.limit, command.whenUsedUp, command.payload ?? null]
  }
}
