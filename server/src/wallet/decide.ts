import assert from 'node:assert/strict'
import { ToileError } from '../platform/errors.ts'
import { Books } from './books.ts'
import type { Command, CommandResult, ConfigureCommand, OpenCommand } from './commands.ts'
import { adjust } from './rules/adjust.ts'
import { setBudget } from './rules/budget.ts'
import { clawBack } from './rules/claw-back.ts'
import { closeCycle, setCap } from './rules/cycle.ts'
import { evenDebt } from './rules/debt.ts'
import { expire } from './rules/end-lot.ts'
import { grant } from './rules/grant.ts'
import { hold } from './rules/hold.ts'
import { refund } from './rules/refund.ts'
import { capture, release, timeOut } from './rules/settle.ts'
import { assertSound } from './sound.ts'
import type { EntryState, WalletState } from './state.ts'

/** What a command does: the wallet after it, the entries to write, and the answer. */
export interface Decision {
  state: WalletState
  entries: EntryState[]
  result: CommandResult
}

/**
 * Decides what a command does to a wallet. Pure: no clock, no I/O, no randomness.
 * @param now ms; never before the wallet's last command
 * @returns the decision, or a `ToileError` that says why not: a refused command changes nothing
 */
export function decide(state: WalletState | null, command: Command, now: number): Decision | ToileError {
  assert(state === null || (state.accountId === command.accountId && state.lastCommandAt <= now), 'time or account is wrong')
  if (command.type === 'open') return { state: state ?? newWallet(command, now), entries: [], result: {} }
  if (state === null) return new ToileError('NOT_FOUND')

  const books = new Books(state, now)
  const result = carryOut(books, command)
  if (result instanceof ToileError) return result
  evenDebt(books)
  const decided = books.close()
  assertSound(decided.state, now)
  return { ...decided, result }
}

/** The rules, one a command. */
function carryOut(books: Books, command: Exclude<Command, OpenCommand>): CommandResult | ToileError {
  switch (command.type) {
    case 'configure':
      return configure(books, command)
    case 'grant':
      return grant(books, command)
    case 'setCap':
      return setCap(books, command)
    case 'hold':
      return hold(books, command)
    case 'capture':
      return capture(books, command)
    case 'release':
      return release(books, command)
    case 'timeOut':
      return timeOut(books, command)
    case 'refund':
      return refund(books, command)
    case 'expire':
      return expire(books, command)
    case 'closeCycle':
      return closeCycle(books, command)
    case 'clawBack':
      return clawBack(books, command)
    case 'adjust':
      return adjust(books, command)
    case 'setBudget':
      return setBudget(books, command)
  }
}

function newWallet({ accountId }: OpenCommand, now: number): WalletState {
  const counters = { entryCount: 0, afterLastGrant: 0, debt: 0 }
  const settings = { reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC' }
  return { accountId, createdAt: now, lastCommandAt: now, ...counters, ...settings, lots: [], holds: [], budgets: [] }
}

function configure(books: Books, { settings }: ConfigureCommand): CommandResult {
  const { reserve, lowPercent, lowCredits, timeZone } = books.wallet
  books.setWallet({
    reserve: settings.reserve ?? reserve,
    lowPercent: settings.lowPercent ?? lowPercent,
    lowCredits: settings.lowCredits ?? lowCredits,
    timeZone: settings.timeZone ?? timeZone,
  })
  return {}
}
