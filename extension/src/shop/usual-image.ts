import { useEffect } from 'react'
import { creditsPerImage, type PriceList, usualCreditsPerImage } from 'shared'
import { api } from '../api'
import type { OverlaySession } from '../overlay-session'
import { memory } from '../storage'
import { tn } from '../ui/i18n'
import { usePrices } from '../ui/use-free'
import { useStored } from '../ui/use-stored'

/** What an image costs at the designer's settings, and its longer edge in px. */
interface UsualImage {
  credits: number
  size: number
}

const unset = { operation: 'generate', size: 1024, engine: 'auto' } as const

/** At what was set in the overlay last; before that, an image from words at the usual size. Null where it costs nothing or is not known. */
export function usualImage(prices: PriceList | null, sessions: Record<string, OverlaySession>): UsualImage | null {
  if (prices === null) return null
  const set = Object.values(sessions).findLast(({ wish }) => wish?.operation === 'generate' || wish?.operation === 'vary')?.wish
  const { operation, size, engine } = set ?? unset
  const credits =
    engine === 'auto' ? usualCreditsPerImage(prices, { operation, size }) : creditsPerImage(prices, { operation, size, engine })
  return credits ? { credits, size } : null
}

/** Says what so many credits give: “about 75 images at 1024 px”; nothing where nobody knows. */
export function useImagesFor(): (credits: number) => string[] {
  const prices = usePrices()
  const sessions = useStored(memory.overlaySessions)
  // Who buys before anything else has never been told a price. The answer is kept, as every price list is.
  useEffect(() => {
    api.prices().catch((error: unknown) => console.info('Toile: no prices of images', error))
  }, [])
  const usual = usualImage(prices, sessions ?? {})
  return (credits) => {
    if (usual === null || credits < usual.credits) return []
    return [tn('shop_images', Math.floor(credits / usual.credits), { size: String(usual.size) })]
  }
}
