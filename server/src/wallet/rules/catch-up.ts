import type { Books } from '../books.ts'
import { oldestFirst } from './burn-order.ts'
import { evenDebt } from './debt.ts'
import { endLot } from './end-lot.ts'

/**
 * What time alone has brought since the last command: lots that ended roll over within their terms, and lots that began pay
 * what is owed. Whoever spends, takes or quotes begins here, so that no sweep is needed for it.
 */
export function catchUp(books: Books): void {
  const rolling = books.lots.filter((lot) => lot.rollover !== null && lot.expiresAt <= books.now && lot.available > 0)
  for (const lot of rolling.sort(oldestFirst)) endLot(books, lot)
  evenDebt(books)
}
