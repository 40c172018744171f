import type { FastifyInstance } from 'fastify'
import type { Stripe } from 'stripe'
import type { ProviderWiring } from '../../provider.ts'
import { type Expected, openEvent, RefusedEvent } from './signatures.ts'

/** What can change a checkout, a payment or a subscription. Anything else is taken with thanks, and not kept. */
const wanted = [
  'checkout.session.',
  'payment_intent.succeeded',
  'payment_intent.processing',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'invoice.',
  'customer.subscription.',
  'refund.',
  'charge.refund',
  'charge.dispute.',
]

/** Of what is refused so many lines a minute are written, and then how many more there were: the log is not for strangers to fill. */
const linesAMinute = 10

interface WebhookDeps extends Pick<ProviderWiring, 'clock' | 'log' | 'deliver'> {
  stripe: Stripe
  expected: Omit<Expected, 'now'>
}

/**
 * Where Stripe tells what happened. 200 once it is stored; 400 for what is not proved to be Stripe's; 500 where it could not be
 * stored, so that Stripe sends it again.
 */
export async function registerWebhook(http: FastifyInstance, deps: WebhookDeps): Promise<void> {
  const { stripe, expected, clock, deliver } = deps
  const tellRefusal = createTeller(deps)
  await http.register(async (hooks) => {
    // The signature is of the bytes as they came.
    hooks.removeAllContentTypeParsers()
    hooks.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    hooks.post('/webhooks/stripe', { bodyLimit: 1024 * 1024 }, async (request, reply) => {
      try {
        const signature = request.headers['stripe-signature']
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const signed = { body, signature: Array.isArray(signature) ? signature[0] : signature }
        const event = openEvent(stripe, signed, { ...expected, now: clock.now() })
        if (event.subject !== '' && wanted.some((start) => event.type.startsWith(start))) await deliver(event)
        return { received: true }
      } catch (error) {
        if (!(error instanceof RefusedEvent)) throw error
        tellRefusal(error.message)
        return reply.status(400).send({ code: 'BAD_REQUEST', details: {} })
      }
    })
  })
}

function createTeller({ clock, log }: Pick<WebhookDeps, 'clock' | 'log'>): (reason: string) => void {
  let [minute, lines] = [-1, 0]
  return (reason) => {
    const current = Math.floor(clock.monotonicMs() / 60_000)
    if (current !== minute) {
      if (lines > linesAMinute) log.warn({ more: lines - linesAMinute }, 'more webhooks were refused')
      ;[minute, lines] = [current, 0]
    }
    lines += 1
    if (lines <= linesAMinute) log.warn({ reason }, 'a webhook was refused')
  }
}
