import { Books } from './books.ts'
import { createMailing, type Mailing } from './events.ts'
import type { StripeHand } from './hand.ts'
import { createHand } from './hand.ts'
import { type FakeHttp, serveBooks } from './http.ts'

export interface FakeStripe extends Mailing, Pick<FakeHttp, 'url' | 'asked' | 'trouble'> {
  /** What a server needs to take this for Stripe. */
  settings: { secretKey: string; webhookSecrets: [string]; url: string }
  books: Books
  /** What a person, or a bank, does there. */
  hand: StripeHand
  /** What its clock says. */
  now(): Date
  close(): Promise<void>
}

interface FakeOptions {
  /** What its clock says at first; it moves by `hand.advance` only. */
  at?: Date
  /** When webhooks are signed. By its own clock, unless the server has another one. */
  signedAt?: () => Date
}

/**
 * What Toile uses of Stripe, over HTTP: customers, checkout, subscriptions that renew, invoices, meters, refunds, disputes, the
 * portal and webhooks. Stateful, with a clock of its own, and as strict as Stripe: an unknown parameter is an error. It counts its
 * ids, so that a run can be repeated.
 */
export async function startFakeStripe(options: FakeOptions = {}): Promise<FakeStripe> {
  const at = options.at ?? new Date('2026-11-22T09:00:00.000Z')
  const books = new Books(Math.floor(at.getTime() / 1000))
  const now = () => new Date(books.now * 1000)
  const secretKey = 'sk_test_of_the_tests'
  const secret = 'whsec_of_the_tests'
  const mailing = createMailing(books, { secret, now: options.signedAt ?? now })
  const http = await serveBooks(books, secretKey)
  return {
    ...mailing,
    ...http,
    settings: { secretKey, webhookSecrets: [secret], url: http.url },
    books,
    hand: createHand(books, mailing.delivered),
    now,
  }
}
