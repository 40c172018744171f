import { ToileError } from '../../platform/errors.ts'
import { type Books, because } from '../books.ts'
import type { CommandResult, ExpireCommand } from '../commands.ts'
import type { LotState } from '../state.ts'
import { successor } from './successor.ts'

/** Books the end of a lot. It stopped being spendable at its end already; this only says where its credits went. */
export function expire(books: Books, { lotId }: ExpireCommand): CommandResult | ToileError {
  const lot = books.findLot(lotId)
  if (lot === undefined) return new ToileError('NOT_FOUND')
  if (lot.expiresAt > books.now) return new ToileError('BAD_REQUEST', { field: 'lotId' })
  endLot(books, lot)
  return { lotId }
}

/** What is left rolls over within the lot's terms, and expires beyond them. */
export function endLot(books: Books, lot: LotState): void {
  const why = because(null, lot.reference)
  const { rollover } = lot
  const rolling = rollover !== null && rollover.until > books.now ? Math.min(lot.available, rollover.max) : 0
  if (rollover !== null && rolling > 0) {
    successor(books, lot.id, 'available', rolling, { source: 'rollover', expiresAt: rollover.until }, why)
  }
  books.move(lot.id, 'available', 'expired', lot.available - rolling, why)
}
