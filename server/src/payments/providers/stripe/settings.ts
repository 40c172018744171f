import * as z from 'zod'
import { isLoopbackHost } from '../../../platform/loopback.ts'
import { ConfigError, commaSeparated } from '../../../platform/settings.ts'

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

export const stripeVariables = z.object({
  /** An account at Stripe: then payments are real, or with a test key Stripe's test ones. The two go together. */
  TOILE_STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'must begin with sk_test_, sk_live_, rk_test_ or rk_live_')
    .optional(),
  /** Of the webhook /webhooks/stripe; two, comma-separated, while one is being replaced. */
  TOILE_STRIPE_WEBHOOK_SECRET: commaSeparated
    .pipe(z.array(z.string().regex(/^whsec_\w{8,}$/, 'must begin with whsec_, as Stripe shows it')).max(2, 'takes one or two'))
    .optional(),
  /** A stand-in for Stripe. */
  TOILE_STRIPE_URL: z
    .url({ protocol: /^https?$/, error: 'must begin with https://' })
    .refine((url) => url.startsWith('https://') || isLoopbackHost(new URL(url).host), 'must begin with https://')
    .default(stripeUrl),
})

/** Null: no account at Stripe. */
export function stripeSettings(set: z.infer<typeof stripeVariables>): StripeSettings | null {
  const { TOILE_STRIPE_SECRET_KEY: secretKey, TOILE_STRIPE_WEBHOOK_SECRET: webhookSecrets, TOILE_STRIPE_URL: url } = set
  if (secretKey === undefined && webhookSecrets === undefined) return null
  if (secretKey === undefined || webhookSecrets === undefined) {
    throw new ConfigError('Settings TOILE_STRIPE_SECRET_KEY and TOILE_STRIPE_WEBHOOK_SECRET go together.')
  }
  return { secretKey, webhookSecrets, url }
}

/** No money moves with a test key. */
export function isTestKey({ secretKey }: StripeSettings): boolean {
  return /^(sk|rk)_test_/.test(secretKey)
}
