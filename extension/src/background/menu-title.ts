import { usualCreditsPerImage } from 'shared'
import { facts, t, tn } from '../ui/i18n'
import { isZero, spendable } from '../wallet'
import type { Standing } from './standing'

/** What a click opens the overlay with; the price in the title is for this. */
const usual = { count: 4, size: 1024 }

/** What the right-click menu offers, and on what. */
export const entries = {
  vary: { id: 'toile-vary', contexts: ['image'], title: 'menu_variations' },
  generate: { id: 'toile-generate', contexts: ['selection'], title: 'menu_from_text' },
} as const
export type Kind = keyof typeof entries

/** The entry with its price and what is left after, as far as both are known. */
export function menuTitle(kind: Kind, standing: Standing): string {
  const plain = t(entries[kind].title)
  const price = priceNote(kind, standing)
  return price === null ? plain : facts(plain, price)
}

function priceNote(operation: Kind, { balance, prices, reachable }: Standing): string | null {
  if (balance === null || prices === null || !reachable) return null
  const each = usualCreditsPerImage(prices, { ...usual, operation })
  if (each === null) return null
  const cost = each * usual.count
  if (cost === 0) return t('menu_free')
  if (isZero(balance)) return t('menu_zero')
  if (spendable(balance) < cost) return tn('menu_cost_short', cost, { credits: spendable(balance) })
  return tn('menu_cost', cost, { left: Math.max(0, balance.credits - cost) })
}
