import Stripe from 'stripe'
import type { StripeSettings } from './settings.ts'

/** What this code was written and tried against. Stripe answers in this form until it is changed here. */
const apiVersion = '2026-10-28.endive'

/** One client for all. It sends again by itself what did not get through; each order has a key, so that it counts once. */
export function createClient({ secretKey, url }: StripeSettings): Stripe {
  const { protocol, hostname, port } = new URL(url)
  const secure = protocol === 'https:'
  return new Stripe(secretKey, {
    apiVersion,
    protocol: secure ? 'https' : 'http',
    host: hostname,
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    telemetry: false,
    maxNetworkRetries: 2,
    timeout: 20_000,
  })
}
