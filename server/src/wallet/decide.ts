import assert from 'node:assert/strict'
import type { Book } from 'shared'
import { ToileError } from '../platform/errors.ts'
import { shares, spendable } from './burn-order.ts'
import type { CaptureCommand, Command, CommandResult, GrantCommand, HoldCommand, ReleaseCommand } from './commands.ts'
import { assertSound } from './sound.ts'
import type { EntryState, HoldState, LegState, LotState, WalletState } from './state.ts'

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
  const decision = dispatch(state, command, now)
  if (!(decision instanceof ToileError)) assertSound(decision.state, now)
  return decision
}

function dispatch(state: WalletState | null, command: Command, now: number): Decision | ToileError {
  if (command.type === 'open') return open(state, command.accountId, now)
  if (state === null) return new ToileError('NOT_FOUND')
  const at = { ...state, lastCommandAt: now }
  switch (command.type) {
    case 'grant':
      return grant(at, command, now)
    case 'hold':
      return hold(at, command, now)
    case 'capture':
      return settle(at, command, 'captured', now)
    case 'release':
      return settle(at, command, 'released', now)
  }
}

function open(state: WalletState | null, accountId: string, now: number): Decision {
  const fresh = { accountId, createdAt: now, lastCommandAt: now, entryCount: 0, afterLastGrant: 0, lots: [], holds: [] }
  return { state: state ?? fresh, entries: [], result: {} }
}

function grant(state: WalletState, command: GrantCommand, now: number): Decision {
  assert(Number.isInteger(command.credits) && command.credits > 0, 'a grant is of whole credits, at least one')
  const lot: LotState = {
    id: command.lotId,
    kind: command.kind,
    label: command.label,
    priority: command.priority,
    granted: command.credits,
    available: command.credits,
    held: 0,
    spent: 0,
    expired: 0,
    clawedBack: 0,
    moved: 0,
    repaid: 0,
    effectiveAt: command.effectiveAt,
    expiresAt: command.expiresAt,
    createdAt: now,
  }
  const lots = [...state.lots, lot]
  const entry = move(lot, 'issued', 'available', command.credits, { purpose: null, reference: command.reference, holdId: null })
  return record({ ...state, lots, afterLastGrant: spendable(lots, now) }, [entry], { lotId: lot.id })
}

/** Sets credits aside, in burn order. Never below zero: what is missing is said, and nothing is held. */
function hold(state: WalletState, command: HoldCommand, now: number): Decision | ToileError {
  assert(Number.isInteger(command.credits) && command.credits >= 0, 'a hold is of whole credits')
  const paying = shares(state.lots, command.credits, now)
  if (paying.shortfall > 0) return new ToileError('INSUFFICIENT_CREDITS', { shortfall: paying.shortfall })

  const taken = new Map(paying.shares.map((share) => [share.lot.id, share.credits]))
  const lots = state.lots.map((lot) => shift(lot, 'available', 'held', taken.get(lot.id) ?? 0))
  const held: HoldState = {
    id: command.holdId,
    memberId: command.memberId,
    purpose: command.purpose,
    reference: command.reference,
    amount: command.credits,
    captured: 0,
    released: 0,
    createdAt: now,
    finishedAt: command.credits === 0 ? now : null,
    legs: paying.shares.map((share) => ({ lotId: share.lot.id, amount: share.credits, captured: 0, released: 0 })),
  }
  const entries = paying.shares.map((share) => move(share.lot, 'available', 'held', share.credits, about(held)))
  const from = paying.shares.map(({ lot, credits }) => ({
    kind: lot.kind,
    label: lot.label,
    credits,
    expiresAt: new Date(lot.expiresAt).toISOString(),
  }))
  const result = { holdId: held.id, reference: held.reference, from }
  return record({ ...state, lots, holds: [...state.holds, held] }, entries, result)
}

/** Captures held credits in burn order, or releases them last leg first. Both may be partial and repeated. */
function settle(
  state: WalletState,
  command: CaptureCommand | ReleaseCommand,
  how: 'captured' | 'released',
  now: number,
): Decision | ToileError {
  assert(Number.isInteger(command.credits) && command.credits >= 0, 'a settlement is of whole credits')
  const held = state.holds.find((candidate) => candidate.id === command.holdId)
  if (held === undefined) return new ToileError('NOT_FOUND')
  // What cost nothing holds nothing: there is nothing to move, and no end to reach.
  if (command.credits === 0) return record(state, [], { holdId: held.id })
  if (command.credits > held.amount - held.captured - held.released) return new ToileError('HOLD_FINISHED')

  const legs = spread(held.legs, command.credits, how)
  const changed = legs
    .map((leg, i) => ({ leg, credits: leg[how] - (held.legs[i]?.[how] ?? 0) }))
    .filter((part) => part.credits > 0)
  const book: Book = how === 'captured' ? 'spent' : 'available'
  const byLot = new Map(changed.map(({ leg, credits }) => [leg.lotId, credits]))
  const lots = state.lots.map((lot) => shift(lot, 'held', book, byLot.get(lot.id) ?? 0))
  const entries = changed.map(({ leg, credits }) => move({ id: leg.lotId }, 'held', book, credits, about(held)))

  const settled = { ...held, [how]: held[how] + command.credits, legs }
  const open = settled.amount - settled.captured - settled.released
  const after: HoldState = { ...settled, finishedAt: open === 0 ? now : null }
  const holds = state.holds.map((candidate) => (candidate.id === held.id ? after : candidate))
  return record({ ...state, lots, holds }, entries, { holdId: held.id })
}

/** Lays `credits` over what is still open of each leg: from the first for captures, from the last for releases. */
function spread(legs: readonly LegState[], credits: number, how: 'captured' | 'released'): LegState[] {
  let left = credits
  const after = [...legs]
  const order = how === 'captured' ? legs.keys() : [...legs.keys()].reverse()
  for (const i of order) {
    const leg = after[i]
    assert(leg !== undefined)
    const part = Math.min(left, leg.amount - leg.captured - leg.released)
    if (part > 0) after[i] = { ...leg, [how]: leg[how] + part }
    left -= part
  }
  assert(left === 0, 'a hold is worth the sum of its legs')
  return after
}

/** Moves credits of a lot between two of its columns. */
function shift(lot: LotState, from: 'available' | 'held', to: 'available' | 'held' | 'spent', credits: number): LotState {
  return credits === 0 ? lot : { ...lot, [from]: lot[from] - credits, [to]: lot[to] + credits }
}

function about(held: HoldState): Pick<EntryState, 'purpose' | 'reference' | 'holdId'> {
  return { purpose: held.purpose, reference: held.reference, holdId: held.id }
}

type Move = Omit<EntryState, 'sequence'>

function move(
  lot: { id: string },
  from: Book,
  to: Book,
  amount: number,
  why: Pick<EntryState, 'purpose' | 'reference' | 'holdId'>,
): Move {
  return { lotId: lot.id, from, to, amount, ...why }
}

function record(state: WalletState, moves: Move[], result: CommandResult): Decision {
  const entries = moves.map((entry, i) => ({ ...entry, sequence: state.entryCount + i + 1 }))
  return { state: { ...state, entryCount: state.entryCount + entries.length }, entries, result }
}
