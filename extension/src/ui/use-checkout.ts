import { useRef, useState } from 'react'
import type { Pack } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { shopApi } from '../shop-api'

export type CheckoutState = { at: 'idle' } | { at: 'opening' } | { at: 'failed'; code: FailureCode }

/** Opens the checkout of a pack in a new tab. Paying is told by the live stream. */
export function useCheckout(): { state: CheckoutState; buy: (pack: Pack) => Promise<void> } {
  const [state, setState] = useState<CheckoutState>({ at: 'idle' })
  // One intent a pack, until its answer comes: pressing again after a lost one opens the same checkout, not a second.
  const intents = useRef(new Map<string, string>())

  const buy = async (pack: Pack) => {
    const intentId = intents.current.get(pack.id) ?? crypto.randomUUID()
    intents.current.set(pack.id, intentId)
    setState({ at: 'opening' })
    try {
      const { url } = await shopApi.checkout({ intentId, packId: pack.id })
      // From here on the pack can be bought once more: that is another checkout.
      intents.current.delete(pack.id)
      await chrome.tabs.create({ url })
      setState({ at: 'idle' })
    } catch (error) {
      setState({ at: 'failed', code: codeOf(error) })
    }
  }
  return { state, buy }
}
