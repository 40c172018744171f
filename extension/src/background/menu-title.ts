import { usualCreditsPerImage } from 'shared'
import type { Wished } from '../overlay-session'
import { facts, t, tn } from '../ui/i18n'
import { isZero, meteredPart, spendable } from '../wallet'
import type { Entry, Priced } from './menu-entries'
import type { Standing } from './standing'

/** What a click opens the overlay with; the price in the title is for this. */
const size = 1024
const counts: Record<Priced, number> = { vary: 4, generate: 4, recolour: 1, repeat: 1, upscale: 1, cutout: 1 }

/** The entry with its price and what is left after, as far as both are known. */
export function menuTitle(entry: Entry, standing: Standing): string {
  const plain = t(entry.title)
  const price = 'operation' in entry ? priceNote(entry.operation, counts[entry.operation], standing) : null
  return price === null ? plain : facts(plain, price)
}

function priceNote(operation: Wished, count: number, { balance, prices, reachable }: Standing): string | null {
  if (balance === null || prices === null || !reachable) return null
  const each = usualCreditsPerImage(prices, { size, operation })
  if (each === null) return null
  const cost = each * count
  if (cost === 0) return t('menu_free')
  if (isZero(balance)) return t('menu_zero')
  if (spendable(balance) < cost) return tn('menu_cost_short', cost, { credits: spendable(balance) })
  const metered = meteredPart(balance, cost)
  if (metered === cost) return tn('cost_metered', cost)
  if (metered > 0) return tn('menu_cost_metered', metered, { cost })
  return tn('menu_cost', cost, { left: Math.max(0, balance.credits - cost) })
}
