import { creditsPerImage, type PriceList, usualCreditsPerImage } from 'shared'
import type { Wish } from '../overlay-session'
import { tn } from '../ui/i18n'
import { sizes } from './wish'

type Sized = Pick<Wish, 'operation' | 'size' | 'engine'>

/**
 * What the chosen size costs beside the smallest one, by the price list that the server told last; null where both cost the
 * same, or where that is not known. An upscale's size follows from its source, and is not chosen.
 */
export function sizePrices({ operation, size, engine }: Sized, prices: PriceList | null): string | null {
  const [smallest] = sizes
  if (prices === null || smallest === undefined || operation === 'upscale') return null
  const each = (size: number) =>
    engine === 'auto' ? usualCreditsPerImage(prices, { operation, size }) : creditsPerImage(prices, { operation, size, engine })
  const [chosen, least] = [each(size), each(smallest)]
  if (chosen === null || least === null || chosen <= least) return null
  return tn('size_prices', chosen, { size: String(size), least, smallest: String(smallest) })
}
