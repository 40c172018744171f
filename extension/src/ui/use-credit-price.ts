import { useEffect } from 'react'
import type { Money, PlanList } from 'shared'
import { shopApi } from '../shop-api'
import { local } from '../storage'
import { useStored } from './use-stored'

/** What is on sale, and what the account has of it. The price of a credit is kept, so that every price line knows it at once. */
export async function readPlans(): Promise<PlanList> {
  const { serverUrl } = await local.settings.get()
  const plans = await shopApi.plans()
  const price = plans.metered?.offer.creditPrice
  if (price !== undefined) await local.creditPrices.update((all) => ({ ...all, [serverUrl]: price }))
  return plans
}

/** What a credit of pay-as-you-go costs at this server; asked for where it is needed and was not told before. Null until then. */
export function useCreditPrice(needed: boolean): Money | null {
  const settings = useStored(local.settings)
  const prices = useStored(local.creditPrices)
  const known = (settings && prices?.[settings.serverUrl]) ?? null
  const missing = needed && settings !== undefined && prices !== undefined && known === null
  useEffect(() => {
    if (missing) readPlans().catch((error: unknown) => console.info('Toile: the price of a credit is not known', error))
  }, [missing])
  return known
}
