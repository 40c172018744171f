import assert from 'node:assert/strict'
import { ToileError } from '../../platform/errors.ts'
import { type Books, because } from '../books.ts'
import type { ClawBackCommand, CommandResult } from '../commands.ts'
import type { LotState } from '../state.ts'
import { oldestFirst } from './burn-order.ts'
import { restore } from './debt.ts'
import { endLot } from './end-lot.ts'

/**
 * A payment was undone: its credits are taken back, from the lot and every lot that descends from it. First what is available,
 * then what had expired counts; what was spent is owed, and what is held will be owed when captured and taken when released.
 * The target follows from the provider's cumulative state, so the same command heals in both directions.
 */
export function clawBack(books: Books, { lotId, undone, paid, purpose }: ClawBackCommand): CommandResult | ToileError {
  const root = books.findLot(lotId)
  // Only what was granted was paid for, and what descends from it comes along. A cap is no purchase: its use is billed.
  if (root === undefined || root.originId !== null || root.kind === 'metered') return new ToileError('NOT_FOUND')
  const target = clawBackTarget(root.granted, undone, paid)
  const family = () => [books.lot(lotId), ...books.lots.filter((lot) => lot.originId === lotId).sort(oldestFirst)]

  for (const lot of family()) if (lot.expiresAt <= books.now) endLot(books, lot)
  const clawed = sum(family(), (lot) => lot.clawedBack)
  if (clawed < target) takeAvailable(books, family(), target - clawed, purpose ?? null)
  else giveBackClawed(books, family(), clawed - target)

  const left = target - sum(family(), (lot) => lot.clawedBack) - sum(family(), (lot) => lot.expired)
  const uncovered = claim(books, family(), Math.max(0, left))
  assert(uncovered === 0, 'a target is at most what the family was granted')
  return { lotId }
}

/** ceil(granted × undone ÷ paid), at most what was granted. In big integers: the product may pass 2^53. */
export function clawBackTarget(granted: number, undone: number, paid: number): number {
  assert(Number.isSafeInteger(undone) && undone >= 0 && Number.isSafeInteger(paid) && paid > 0, 'money is in whole units')
  const target = (BigInt(granted) * BigInt(undone) + BigInt(paid) - 1n) / BigInt(paid)
  return Math.min(granted, Number(target))
}

function takeAvailable(books: Books, family: LotState[], credits: number, purpose: string | null): void {
  let left = credits
  for (const lot of family) {
    const part = Math.min(left, lot.available)
    books.move(lot.id, 'available', 'clawedBack', part, because(purpose, lot.reference))
    left -= part
  }
}

function giveBackClawed(books: Books, family: LotState[], credits: number): void {
  let left = credits
  for (const lot of family) {
    const part = Math.min(left, lot.clawedBack)
    if (part > 0) restore(books, lot, 'clawedBack', part)
    left -= part
  }
}

/** Marks what is owed of spent credits first, then what will be of held ones. Answers what neither could cover. */
function claim(books: Books, family: LotState[], credits: number): number {
  let left = credits
  let debt = books.wallet.debt
  for (const lot of family) {
    const owed = Math.min(left, lot.spent + lot.repaid)
    left -= owed
    debt += owed - lot.owed
    books.mark(lot.id, { owed })
  }
  for (const lot of family) {
    const claimed = Math.min(left, lot.held)
    left -= claimed
    books.mark(lot.id, { claimed })
  }
  books.setWallet({ debt })
  return left
}

function sum(lots: LotState[], of: (lot: LotState) => number): number {
  return lots.reduce((total, lot) => total + of(lot), 0)
}
