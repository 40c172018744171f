import type { BuyingDeps } from '../deps.ts'

export interface CheckoutDeps extends BuyingDeps {
  baseUrl: () => string
  /** Brings what was agreed to: a plan, or pay-as-you-go. */
  syncSubscription: (reference: string, checkoutId: string) => Promise<boolean>
}
