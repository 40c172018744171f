import { type Books, because } from '../books.ts'
import type { LotState } from '../state.ts'
import { burnOrder, oldestFirst } from './burn-order.ts'
import { graceMs } from './give-back.ts'
import { successor } from './successor.ts'

const why = because(null, null)

/**
 * Brings what is owed and what is repaid together: usable plan and pack lots pay a debt at once, and what was repaid for a
 * debt that is no more comes back. Free credits never pay for what was bought.
 */
export function evenDebt(books: Books): void {
  if (books.wallet.debt > 0) {
    const paying = books.lots.filter((lot) => lot.kind === 'plan' || lot.kind === 'pack')
    repayFrom(books, burnOrder(paying, books.now))
  }
  if (books.wallet.debt < 0) returnRepaid(books)
}

/** Lots pay the debt, in the order given, as far as they go. */
export function repayFrom(books: Books, lots: readonly LotState[]): void {
  for (const lot of lots) {
    const { debt } = books.wallet
    const part = Math.min(debt, lot.available)
    books.move(lot.id, 'available', 'repaid', part, why)
    books.setWallet({ debt: debt - part })
  }
}

/** Newest lots first; what a lot still owes itself is not returned to it. */
function returnRepaid(books: Books): void {
  const newestFirst = books.lots.sort((a, b) => oldestFirst(b, a))
  for (const lot of newestFirst) {
    const part = Math.min(-books.wallet.debt, lot.repaid, lot.spent + lot.repaid - lot.owed)
    if (part <= 0) continue
    restore(books, lot, 'repaid', part)
    books.setWallet({ debt: books.wallet.debt + part })
  }
}

/** Taken credits return, with the time lost: as long as their lot still had when they were taken, at least the grace. */
export function restore(books: Books, lot: LotState, from: 'clawedBack' | 'repaid', credits: number): void {
  const timeLeft = Math.max(graceMs, lot.expiresAt - (lot.takenAt ?? books.now))
  successor(books, lot.id, from, credits, { source: 'restored', expiresAt: books.now + timeLeft }, because(null, lot.reference))
}
