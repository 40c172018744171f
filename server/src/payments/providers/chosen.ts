import type { PaymentProvider, ProviderWiring } from '../provider.ts'
import type { PaymentSettings } from '../settings.ts'
import { noPayments } from './none.ts'
import { createTestCheckout } from './test-checkout/test-checkout.ts'

/** Who takes the money, if anybody does. Stripe's package is loaded only for Stripe. */
export async function chosenProvider(payments: PaymentSettings): Promise<(wiring: ProviderWiring) => PaymentProvider> {
  if (payments.kind === 'none') return noPayments
  if (payments.kind === 'test-checkout') return createTestCheckout(payments)
  const { createStripe } = await import('./stripe/stripe.ts')
  return createStripe(payments.stripe)
}
