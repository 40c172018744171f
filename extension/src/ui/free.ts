import { type Operation, type PriceList, usualCreditsPerImage } from 'shared'
import { t } from './i18n'

/** What is free at this size, in px, is taken to be free. */
const size = 1024

/**
 * Whether an operation costs nothing at this server. Adjusting is free unless whoever runs the server has put a price on it.
 * @param prices the price list that the server told last; null where it has told none
 */
export function isFree(operation: Operation, prices: PriceList | null): boolean {
  const credits = prices === null ? null : usualCreditsPerImage(prices, { operation, size })
  return credits === null ? operation === 'recolour' || operation === 'repeat' : credits === 0
}

/** What is said of an empty or low wallet, and that adjusting costs nothing all the same, where that is so. */
export function withStillFree(text: string, prices: PriceList | null): string {
  return isAdjustingFree(prices) ? `${text} ${t('still_free')}` : text
}

/** Whether all that one can adjust in an image is free. Its scale is part of its repeat. */
export function isAdjustingFree(prices: PriceList | null): boolean {
  return isFree('recolour', prices) && isFree('repeat', prices)
}
