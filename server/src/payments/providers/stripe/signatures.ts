import type { Stripe } from 'stripe'
import * as z from 'zod'
import type { ProviderEvent } from '../../provider.ts'

/** What an event must say to be looked at. Nothing else of it is read. */
const event = z.object({
  id: z.string().max(255),
  type: z.string().max(255),
  livemode: z.boolean(),
  data: z.object({ object: z.object({ id: z.string().max(255).optional() }) }),
})

/** How long after it was signed an event counts, in seconds: a recorded one can't be played back later. */
const toleranceSeconds = 300

/** Not from Stripe, not from now, or not of this key's world. The message says which, and nothing of what was sent. */
export class RefusedEvent extends Error {}

interface Signed {
  body: Buffer
  signature: string | undefined
}

export interface Expected {
  secrets: string[]
  /** Of real money. */
  live: boolean
  now: Date
}

/** The event, once its signature is proved. `subject` is empty where it is about nothing with an id. */
export function openEvent(stripe: Stripe, { body, signature }: Signed, { secrets, live, now }: Expected): ProviderEvent {
  if (signature === undefined || signature === '') throw new RefusedEvent('it is not signed')
  const opened = secrets.some((secret) => isSigned(stripe, body, signature, secret, now))
  if (!opened) throw new RefusedEvent('its signature is wrong or old')
  const parsed = event.safeParse(parseJson(body))
  if (!parsed.success) throw new RefusedEvent('it has not the form of an event')
  const { id, type, livemode, data } = parsed.data
  if (livemode !== live) throw new RefusedEvent(livemode ? 'it is of real money, and the key is a test key' : 'it is a test')
  return { id, type, subject: data.object.id ?? '' }
}

function isSigned(stripe: Stripe, body: Buffer, signature: string, secret: string, now: Date): boolean {
  try {
    const { signature: scheme } = stripe.webhooks
    return scheme?.verifyHeader(body, signature, secret, toleranceSeconds, undefined, now.getTime()) ?? false
  } catch {
    // The one thing that it throws for: not signed by this secret, or not within the tolerance.
    return false
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
