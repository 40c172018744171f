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
  for (const { leg, credits } of spread(held.legs, command.credits, openOf)) {
    const lot = books.lot(leg.lotId)
    books.move(lot.id, 'held', 'spent', credits, about(held))
    const claimed = Math.min(credits, lot.claimed)
    if (claimed > 0) {
      books.mark(lot.id, { claimed: lot.claimed - claimed, owed: lot.owed + claimed })
      books.setWallet({ debt: books.wallet.debt + claimed })
    }
  }
  recordSettled(books, held, command.credits, 'captured')
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
  for (const part of spread(held.legs.toReversed(), credits, openOf)) {
    giveBack(books, part.leg.lotId, part.credits, 'held', because, about(held))
  }
  recordSettled(books, held, credits, 'released')
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

/** Lays `credits` over the room of each leg, in the order given; legs that carry nothing are left out. */
export function spread(legs: readonly LegState[], credits: number, room: (leg: LegState) => number) {
  let left = credits
  const parts: { leg: LegState; credits: number }[] = []
  for (const leg of legs) {
    const part = Math.min(left, room(leg))
    if (part > 0) parts.push({ leg, credits: part })
    left -= part
  }
  assert(left === 0, 'a hold is worth the sum of its legs')
  return parts
}

function recordSettled(books: Books, held: HoldState, credits: number, how: 'captured' | 'released'): void {
  if (credits === 0) return
  const order = how === 'captured' ? held.legs : held.legs.toReversed()
  const byLot = new Map(spread(order, credits, openOf).map((part) => [part.leg, part.credits]))
  const legs = held.legs.map((leg) => ({ ...leg, [how]: leg[how] + (byLot.get(leg) ?? 0) }))
  const settled = { ...held, legs, [how]: held[how] + credits }
  const open = settled.amount - settled.captured - settled.released
  books.setHold({ ...settled, finishedAt: open === 0 ? books.now : null })
}
