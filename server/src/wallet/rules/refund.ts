import assert from 'node:assert/strict'
import { ToileError } from '../../platform/errors.ts'
import type { Books, Why } from '../books.ts'
import type { Because, CommandResult, RefundCommand } from '../commands.ts'
import { returnToBudget } from './budget.ts'
import { giveBack } from './give-back.ts'
import { about } from './hold.ts'
import { spread, withParts } from './settle.ts'
import { successor } from './successor.ts'

/** Metered use that was billed comes back as a promo lot good for a year, in ms: the statement stays as it was. */
export const refundedUseMs = 365 * 86_400_000

/** Captured credits come back to the lots that paid, newest leg first. May be partial and repeated. */
export function refund(books: Books, command: RefundCommand): CommandResult | ToileError {
  const { holdId, credits } = command
  assert(Number.isInteger(credits) && credits >= 0, 'a refund is of whole credits')
  const held = books.findHold(holdId)
  if (held === undefined) return new ToileError('NOT_FOUND')
  if (credits > held.captured - held.refunded) return new ToileError('HOLD_FINISHED')

  const parts = spread(held.legs.toReversed(), credits, (leg) => leg.captured - leg.refunded)
  for (const part of parts) refundLeg(books, part.leg.lotId, part.credits, command.because, about(held))
  books.setHold(withParts(held, parts, 'refunded', books.now))
  returnToBudget(books, held, credits)
  return { holdId }
}

function refundLeg(books: Books, lotId: string, credits: number, because: Because, why: Why): void {
  const lot = books.lot(lotId)
  // Credits that were never paid for do not come back: they end what is owed for them.
  const unpaid = Math.min(credits, lot.owed)
  books.move(lotId, 'spent', 'clawedBack', unpaid, why)
  if (unpaid > 0) {
    books.mark(lotId, { owed: lot.owed - unpaid })
    books.setWallet({ debt: books.wallet.debt - unpaid })
  }
  // Use that is on no statement yet comes back first.
  const billed = lot.kind === 'metered' ? Math.max(0, credits - (lot.spent - lot.billed)) : 0
  giveBack(books, lotId, credits - unpaid - billed, 'spent', because, why)
  if (billed === 0) return
  books.mark(lotId, { billed: lot.billed - billed })
  const expiresAt = books.now + refundedUseMs
  successor(books, lotId, 'spent', billed, { source: 'refund', kind: 'promo', expiresAt }, why)
}
