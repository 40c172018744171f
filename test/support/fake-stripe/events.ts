import { createClient } from 'server/payments/providers/stripe/client'
import type { Books } from './books.ts'
import type { Row } from './rows.ts'

export interface StripeEvent {
  id: string
  object: 'event'
  api_version: string
  created: number
  livemode: boolean
  type: string
  /** As it was when it happened. */
  data: { object: Row }
}

export interface Mailing {
  /** All that happened, oldest first. */
  events: StripeEvent[]
  /** From now on everything goes to this webhook as it happens, and what it did not take comes again with the next. Null: nothing is sent by itself. */
  sendTo(webhook: string | null): void
  /** Signs and sends one, whatever was sent before. Answers the status. */
  send(event: StripeEvent, webhook: string): Promise<number>
  /** Resolves once the webhook has taken everything; throws if it refuses. */
  delivered(): Promise<void>
}

interface Signing {
  secret: string
  now: () => Date
}

/** Tells the server what happened, signed as Stripe signs. */
export function createMailing(books: Books, { secret, now }: Signing): Mailing {
  const { webhooks } = createClient({ secretKey: 'sk_test_signing', webhookSecrets: [], url: 'http://127.0.0.1:9' })
  const events: StripeEvent[] = []
  let waiting: StripeEvent[] = []
  let target: string | null = null
  let sending: Promise<void> = Promise.resolve()

  const send = async (event: StripeEvent, webhook: string): Promise<number> => {
    const payload = JSON.stringify(event)
    const signature = webhooks.generateTestHeaderString({ payload, secret, timestamp: Math.floor(now().getTime() / 1000) })
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature }
    const answer = await fetch(webhook, { method: 'POST', headers, body: payload }).catch(() => null)
    await answer?.arrayBuffer()
    return answer?.status ?? 0
  }
  const sendWaiting = async (): Promise<void> => {
    const [batch, webhook] = [waiting, target]
    if (webhook === null) return
    waiting = []
    for (const event of batch) if ((await send(event, webhook)) !== 200) waiting.push(event)
  }
  const flush = () => {
    sending = sending.then(sendWaiting)
  }

  books.tell = (type, thing) => {
    const { id, created } = books.born('evt', 'event')
    const data = { object: structuredClone(thing) }
    const event: StripeEvent = { id, object: 'event', api_version: '2026-10-28.endive', created, livemode: false, type, data }
    events.push(event)
    if (target === null) return
    waiting.push(event)
    flush()
  }
  return {
    events,
    send,
    sendTo: (webhook) => {
      target = webhook
    },
    delivered: async () => {
      flush()
      await sending
      if (target !== null && waiting.length > 0) throw new Error(`The webhook does not take ${waiting.map(({ type }) => type)}`)
    },
  }
}
