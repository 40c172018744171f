/** How to reach an account at Stripe. */
export interface StripeSettings {
  secretKey: string
  /** Of the webhook's address; two while one is being replaced. */
  webhookSecrets: string[]
  /** Stripe itself, or a stand-in. */
  url: string
}

/** Standing in for Stripe is only for this machine: a key must not travel in the open. */
export const stripeUrl = 'https://api.stripe.com'

/** No money moves with a test key. */
export function isTestKey({ secretKey }: StripeSettings): boolean {
  return /^(sk|rk)_test_/.test(secretKey)
}
