import type { Pack } from 'shared'
import { shopApi } from '../shop-api'
import { type DeedState, useDeed } from './use-deed'

/** Opens the checkout of a pack in a new tab. Paying is told by the live stream. */
export function useCheckout(): { state: DeedState; buy: (pack: Pack) => Promise<void> } {
  const { state, run } = useDeed()
  const buy = (pack: Pack) =>
    run(pack.id, async (intentId) => {
      const { url } = await shopApi.checkout({ intentId, packId: pack.id })
      await chrome.tabs.create({ url })
    })
  return { state, buy }
}
