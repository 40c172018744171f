import { type Balance, creditsPerImage, type PriceList, usualCreditsPerImage } from 'shared'
import type { Offer, Priced } from './offer'

/**
 * What the server will most likely say of a price, from the list and the balance that it told last: to be read while it is asked,
 * never to be acted on. Null where the list does not know.
 */
export function expectedQuote(priced: Priced, prices: PriceList | null, balance: Balance | null): Offer | null {
  if (prices === null || balance === null) return null
  const { engine = 'auto', count } = priced
  const each = engine === 'auto' ? usualCreditsPerImage(prices, priced) : creditsPerImage(prices, { ...priced, engine })
  // Which lots share a price, and what pay-as-you-go takes of it, only the server knows.
  if (each === null || balance.credits < each * count) return null
  const credits = each * count
  const { next } = balance
  return {
    credits,
    creditsEach: each,
    priceVersion: prices.version,
    balance,
    balanceAfter: balance.credits - credits,
    shortfall: 0,
    refusal: null,
    passes: [],
    from: next !== null && next.credits >= credits ? [{ ...next, credits }] : [],
  }
}
