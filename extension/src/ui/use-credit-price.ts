import type { Money } from 'shared'
import { local } from '../storage'
import { useStored } from './use-stored'

/** What a credit of pay-as-you-go costs at this server, as it was told last; null before. */
export function useCreditPrice(): Money | null {
  const settings = useStored(local.settings)
  const prices = useStored(local.creditPrices)
  return (settings && prices?.[settings.serverUrl]) ?? null
}
