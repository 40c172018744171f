import assert from 'node:assert/strict'
import { ToileError } from '../../platform/errors.ts'
import { type Books, because } from '../books.ts'
import type { AdjustCommand, CommandResult } from '../commands.ts'
import { shares, spendable } from './burn-order.ts'
import { catchUp } from './catch-up.ts'
import { repayFrom } from './debt.ts'

/**
 * The operator puts something right. Given credits are a promo lot, which pays what is owed first; taken ones end early, in
 * burn order, and never below zero: what is missing is said, and nothing is taken.
 */
export function adjust(books: Books, command: AdjustCommand): CommandResult | ToileError {
  const { credits, lotId, label, expiresAt, reference } = command
  assert(Number.isInteger(credits) && credits !== 0, 'an adjustment is of whole credits, not none')
  catchUp(books)
  const why = because('adjustment', reference)
  if (credits < 0) return take(books, -credits, reference)

  const terms = { kind: 'promo', source: 'grant', originId: null, priority: 0, rollover: null } as const
  const lot = books.issue({ id: lotId, ...terms, reference, label, credits, effectiveAt: books.now, expiresAt }, why)
  repayFrom(books, [lot])
  books.setWallet({ afterLastGrant: spendable(books.lots, books.now) })
  return { lotId, reference }
}

function take(books: Books, credits: number, reference: string): CommandResult | ToileError {
  const prepaid = books.lots.filter((lot) => lot.kind !== 'metered')
  const paying = shares(prepaid, credits, books.now, 0)
  if (paying.missing > 0) return new ToileError('INSUFFICIENT_CREDITS', { shortfall: paying.missing })
  const why = because('adjustment', reference)
  for (const share of paying.shares) books.move(share.lot.id, 'available', 'expired', share.credits, why)
  return { reference }
}
