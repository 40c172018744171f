import assert from 'node:assert/strict'
import { ToileError } from '../../platform/errors.ts'
import type { Books } from '../books.ts'
import type { Because, CaptureCommand, CommandResult, ReleaseCommand, TimeOutCommand } from '../commands.ts'
import type { HoldState, LegState } from '../state.ts'
import { returnToBudget } from './budget.ts'
import { giveBack } from './give-back.ts'
import { about } from './hold.ts'

/** Spends held credits, first leg first: may be partial and repeated. */
export function capture(books: Books, command: CaptureCommand): CommandResult | ToileError {
  const held = findToSettle(books, command)
  if (held instanceof ToileError) return held
  const parts = spread(held.legs, command.credits, openOf)
  for (const { leg, credits } of parts) {
    const lot = books.lot(leg.lotId)
    books.move(lot.id, 'held', 'spent', credits, about(held))
    const claimed = Math.min(credits, lot.claimed)
    if (claimed > 0) {
      books.mark(lot.id, { claimed: lot.claimed - claimed, owed: lot.owed + claimed })
      books.setWallet({ debt: books.wallet.debt + claimed })
    }
  }
  books.setHold(withParts(held, parts, 'captured', books.now))
  return { holdId: held.id }
}

/** Gives held credits back, last leg first: may be partial and repeated. */
export function release(books: Books, command: ReleaseCommand): CommandResult | ToileError {
  const held = findToSettle(books, command)
  if (held instanceof ToileError) return held
  releaseLegs(books, held, command.credits, command.because)
  return { holdId: held.id }
}

/** Gives back all that is still held, as our failure. A finished hold has nothing to time out. */
export function timeOut(books: Books, { holdId }: TimeOutCommand): CommandResult | ToileError {
  const held = books.findHold(holdId)
  if (held === undefined) return new ToileError('NOT_FOUND')
  const open = held.amount - held.captured - held.released
  if (open === 0) return new ToileError('HOLD_FINISHED')
  releaseLegs(books, held, open, 'failed')
  return { holdId }
}

function releaseLegs(books: Books, held: HoldState, credits: number, because: Because): void {
  const parts = spread(held.legs.toReversed(), credits, openOf)
  for (const part of parts) giveBack(books, part.leg.lotId, part.credits, 'held', because, about(held))
  books.setHold(withParts(held, parts, 'released', books.now))
  returnToBudget(books, held, credits)
}

function findToSettle(books: Books, command: { holdId: string; credits: number }): HoldState | ToileError {
  assert(Number.isInteger(command.credits) && command.credits >= 0, 'a settlement is of whole credits')
  const held = books.findHold(command.holdId)
  if (held === undefined) return new ToileError('NOT_FOUND')
  // What cost nothing holds nothing: settling it moves nothing and meets no end.
  const open = held.amount - held.captured - held.released
  return command.credits > open ? new ToileError('HOLD_FINISHED') : held
}

function openOf(leg: LegState): number {
  return leg.amount - leg.captured - leg.released
}

/** Credits that one leg carries of a settlement. */
export interface LegPart {
  leg: LegState
  credits: number
}

/** Lays `credits` over the room of each leg, in the order given; legs that carry nothing are left out. */
export function spread(legs: readonly LegState[], credits: number, room: (leg: LegState) => number): LegPart[] {
  let left = credits
  const parts: LegPart[] = []
  for (const leg of legs) {
    const part = Math.min(left, room(leg))
    if (part > 0) parts.push({ leg, credits: part })
    left -= part
  }
  assert(left === 0, 'a hold is worth the sum of its legs')
  return parts
}

/** A hold after a settlement: finished when nothing of it is held any more. */
export function withParts(
  held: HoldState,
  parts: LegPart[],
  column: 'captured' | 'released' | 'refunded',
  now: number,
): HoldState {
  if (parts.length === 0) return held
  const byLeg = new Map(parts.map((part) => [part.leg, part.credits]))
  const legs = held.legs.map((leg) => ({ ...leg, [column]: leg[column] + (byLeg.get(leg) ?? 0) }))
  const settled = { ...held, legs, [column]: held[column] + parts.reduce((sum, part) => sum + part.credits, 0) }
  const open = settled.amount - settled.captured - settled.released
  return { ...settled, finishedAt: open === 0 ? (held.finishedAt ?? now) : null }
}
