import { ToileError } from '../../platform/errors.ts'
import { type Books, because } from '../books.ts'
import type { CommandResult, ExpireCommand } from '../commands.ts'
import type { LotState } from '../state.ts'
import { oldestFirst } from './burn-order.ts'
import { rollingOver } from './roll-over.ts'
import { successor } from './successor.ts'

/** Books the end of a lot. It stopped being spendable at its end already; this only says where its credits went. */
export function expire(books: Books, { lotId }: ExpireCommand): CommandResult | ToileError {
  const lot = books.findLot(lotId)
  if (lot === undefined) return new ToileError('NOT_FOUND')
  if (lot.expiresAt > books.now) return new ToileError('BAD_REQUEST', { field: 'lotId' })
  endLot(books, lot)
  return { lotId }
}

/** What is left of a lot expires; of lots that roll over, with all of their cycle, only what goes beyond their terms. */
export function endLot(books: Books, { id }: Pick<LotState, 'id'>): void {
  const lot = books.lot(id)
  const ended = lot.rollover === null ? [lot] : cycleOf(books, lot)
  for (const { lot: from, credits, until } of rollingOver(ended, books.now)) {
    if (credits > 0) {
      successor(books, from.id, 'available', credits, { source: 'rollover', expiresAt: until }, because(null, from.reference))
    }
  }
  for (const each of ended) {
    books.move(each.id, 'available', 'expired', books.lot(each.id).available, because(null, each.reference))
  }
}

/** The lots of one cycle that have credits left, oldest first. */
function cycleOf(books: Books, { reference, expiresAt, id }: LotState): LotState[] {
  const isOfIt = (lot: LotState) => lot.rollover !== null && lot.reference === reference && lot.expiresAt === expiresAt
  return books.lots.filter((lot) => lot.available > 0 && (lot.id === id || (reference !== null && isOfIt(lot)))).sort(oldestFirst)
}
