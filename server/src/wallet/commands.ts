import { createHash } from 'node:crypto'
import type { LotKind, PayingLot } from 'shared'

interface Addressed {
  accountId: string
  /** Made by the client, or from the business fact: the same key never acts twice. */
  key: string
}

export interface OpenCommand extends Addressed {
  type: 'open'
}

/** New credits from outside. Times are ms. */
export interface GrantCommand extends Addressed {
  type: 'grant'
  lotId: string
  kind: LotKind
  label: string | null
  credits: number
  priority: number
  effectiveAt: number
  expiresAt: number
  reference: string | null
}

/** Sets credits aside before work. */
export interface HoldCommand extends Addressed {
  type: 'hold'
  holdId: string
  memberId: string
  credits: number
  purpose: string
  reference: string
  /** What the client asked for, as text: the same key with another text is `IDEMPOTENCY_MISMATCH`. */
  payload: string
}

/** Spends held credits: the work was delivered. */
export interface CaptureCommand extends Addressed {
  type: 'capture'
  holdId: string
  credits: number
}

/** Gives held credits back to the lots they came from. */
export interface ReleaseCommand extends Addressed {
  type: 'release'
  holdId: string
  credits: number
}

export type Command = OpenCommand | GrantCommand | HoldCommand | CaptureCommand | ReleaseCommand

/** What a command answers, and answers again to the same key. */
export interface CommandResult {
  lotId?: string
  holdId?: string
  reference?: string
  /** The lots that pay, in burn order. */
  from?: PayingLot[]
}

/** A fingerprint of what the caller meant. Ids that the server makes anew on each try are left out of it. */
export function payloadHash(command: Command): string {
  return createHash('sha256')
    .update(JSON.stringify(meaning(command)))
    .digest('base64url')
}

function meaning(command: Command): unknown[] {
  switch (command.type) {
    case 'open':
      return [command.type]
    case 'grant':
      return [command.type, command.kind, command.label, command.credits, command.reference]
    case 'hold':
      return [command.type, command.credits, command.purpose, command.payload]
    case 'capture':
    case 'release':
      return [command.type, command.holdId, command.credits]
  }
}
