import type { PaymentProvider, ProviderEvent, ProviderWiring } from 'server/payments/provider'
import { createStripe } from 'server/payments/providers/stripe/stripe'
import { startFakeStripe } from './fake-stripe/fake-stripe.ts'
import type { PaymentHand } from './payment-hand.ts'
import { openTestBank } from './test-bank.ts'
import { handAtTestBank } from './test-bank-hand.ts'

/** A provider to be tried, and the hands of those at its other end. */
export interface TriedProvider {
  provider: PaymentProvider
  hand: PaymentHand
  /** What it told so far. */
  told(): Promise<ProviderEvent[]>
  /** What its clock says. */
  now(): Date
  close(): Promise<void>
}

/** What this provider's other end has no hands for: the promise can't be tried there. */
export class CannotBeDone extends Error {}

/** Stripe's own SDK over HTTP, before the stand-in. */
export async function tryStripe(wiring: Pick<ProviderWiring, 'clock' | 'log'>): Promise<TriedProvider> {
  const fake = await startFakeStripe()
  const provider = createStripe(fake.settings)({ ...wiring, deliver: async () => {} })
  return {
    provider,
    hand: fake.hand,
    told: async () => fake.events.map(({ id, type, data }) => ({ id, type, subject: data.object.id })),
    now: fake.now,
    close: fake.close,
  }
}

/** Our own, on a database of its own. */
export async function tryTestCheckout(): Promise<TriedProvider> {
  const bank = await openTestBank('sqlite')
  return {
    provider: bank.provider,
    hand: handAtTestBank(bank),
    told: async () => bank.told,
    now: () => bank.clock.now(),
    close: bank.close,
  }
}
