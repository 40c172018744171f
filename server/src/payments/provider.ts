import type { FastifyInstance } from 'fastify'
import type { Money } from 'shared'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'

/*
 * What Toile asks of whoever moves the money. A provider keeps its own books; Toile never believes an event, it reads back what
 * the event is about. So events may come late, twice, in any order or not at all: whoever reads last knows all.
 *
 *   ask (checkout, change, cancel) ──▶ provider ──▶ event ──▶ inbox ──▶ follow ──▶ read back ──▶ wallet, in one transaction
 */
export interface PaymentProvider {
  readonly name: ProviderName
  /** No money moves. */
  readonly testMode: boolean
  /** Its routes: the webhook, or pages of our own. */
  register(http: FastifyInstance): Promise<void>

  /**
   * Who the account is there: made at the first purchase. The same account gets the same customer, unless that is `gone`: then
   * another one.
   */
  customer(account: { accountId: string; email: string | null; gone?: string }): Promise<string>
  /**
   * Forgets whom an account was there, for good, and ends what runs: the account was deleted. Books may have to keep what was
   * paid, but not by whom. One that is not there any more is forgotten.
   */
  forgetCustomer(customer: string): Promise<void>
  /** A place where the designer pays or agrees to pay. The same key gets the same place. */
  openCheckout(order: CheckoutOrder): Promise<{ reference: string; url: string }>
  /** Nobody can pay there any more. One that was paid meanwhile stays paid. */
  closeCheckout(reference: string): Promise<void>
  /** A page where cards are changed and invoices lie. */
  portal(customer: string, returnUrl: string): Promise<string>

  /** What an event's subject belongs to; null where it is nothing of Toile's. */
  follow(subject: string): Promise<Followed | null>
  readCheckout(reference: string): Promise<CheckoutFacts>
  readPayment(reference: string): Promise<PaymentFacts>
  readSubscription(reference: string): Promise<SubscriptionFacts>

  /** From the next renewal on this plan counts, and its price. Nothing is charged now. */
  changePlan(subscription: string, plan: SoldPlan): Promise<void>
  /** Charges an amount beside the renewals. `url` is where to pay it if it takes the designer's hand. The same key charges once. */
  charge(subscription: string, order: ChargeOrder): Promise<{ reference: string; url: string | null }>
  /** The charge that was made by a key, paid or waiting for the designer's hand; null where there is none. Nothing is charged. */
  findCharge(subscription: string, key: string): Promise<string | null>
  /** Nobody can pay a charge any more that waits for the designer's hand. One that was paid meanwhile stays paid. */
  dropCharge(reference: string): Promise<void>
  /** Ends with the period that is paid, or goes on after all. */
  endWithPeriod(subscription: string, ends: boolean): Promise<void>
  /** Ends at once; nothing is charged any more. */
  endNow(subscription: string): Promise<void>
  /** Credits of pay-as-you-go to bill. The same identifier counts once within a day: later, read first what was told. */
  reportUse(use: UseReport): Promise<void>
  /** Credits that were told of a customer with moments within a span, of whole minutes. What was told within the hour may be missing. */
  readUse(customer: string, span: { start: Date; end: Date }): Promise<number>
  /** Money goes back to the designer; it comes back as an event. The same key goes back once. */
  refund(payment: string, order: { amount: number; key: string }): Promise<void>
}

export type ProviderName = 'stripe' | 'test-checkout' | 'none'

/** The payment service could not be reached, or refused. It is tried again where nobody waits. */
export class ProviderError extends Error {
  /** False where it would be refused for ever. */
  readonly passing: boolean

  constructor(message: string, options: { cause?: unknown; passing: boolean }) {
    super(message, { cause: options.cause })
    this.passing = options.passing
  }
}

/** The customer that something was asked for was deleted there. */
export class NoSuchCustomer extends ProviderError {}

/** Something happened there. `subject` is the provider's own id of the thing; nothing else of the event is kept. */
export interface ProviderEvent {
  id: string
  type: string
  subject: string
}

/** A plan as it was sold: the same id may have other terms in a later price list. */
export interface SoldPlan {
  id: string
  version: number
  credits: number
  price: Money
  interval: 'month' | 'year'
}

export type OrderedThing =
  | { kind: 'pack'; id: string; version: number; credits: number; price: Money }
  | { kind: 'plan'; plan: SoldPlan }
  /** By the credit, at a cycle's end. */
  | { kind: 'metered'; version: number; creditPrice: Money }

export interface CheckoutOrder {
  /** Our checkout's id. */
  key: string
  accountId: string
  customer: string
  thing: OrderedThing
  /** Where the designer comes back to, whatever came of it. */
  returnUrl: string
}

export interface ChargeOrder {
  key: string
  amount: Money
  /** The plan that it is the difference to. */
  plan: SoldPlan
}

export interface UseReport {
  identifier: string
  customer: string
  credits: number
  /** In the cycle that it is of, as long as that is not billed yet. */
  at: Date
}

export type Followed =
  | { kind: 'checkout'; reference: string }
  | { kind: 'payment'; reference: string }
  | { kind: 'subscription'; reference: string }

export interface CheckoutFacts {
  reference: string
  /**
   * `open`: nothing yet. `declined`: tried in vain, and open still. `pending`: agreed, and the money is on its way; `failed`: it
   * did not come, and nobody can pay there any more. `closed`: nobody paid in time.
   */
  state: 'open' | 'declined' | 'pending' | 'paid' | 'failed' | 'closed'
  /** Our checkout's id, as it was given. */
  key: string
  /** Of a pack, once there is one. */
  payment: string | null
  /** Of a plan or pay-as-you-go, once agreed. */
  subscription: string | null
}

export interface PaymentFacts {
  reference: string
  state: 'open' | 'pending' | 'paid' | 'failed'
  amount: Money
  paidAt: Date | null
  /** Cumulative, in the smallest unit: refunds that went out or are on their way; what disputes keep, or hold while they run. */
  refunded: number
  disputed: number
  /** Of what is disputed: what was lost for good. */
  lost: number
  /** The provider's own page for it. */
  receiptUrl: string | null
}

/** What a renewal, or the first period, charged. */
export interface PeriodPayment extends PaymentFacts {
  period: { start: Date; end: Date }
  /** The plan that was paid for; null of pay-as-you-go. */
  plan: { id: string; version: number } | null
  /** Not tried any more. It may still be paid by hand. */
  givenUp: boolean
}

export interface SubscriptionFacts {
  reference: string
  kind: 'plan' | 'metered'
  accountId: string
  customer: string
  /** `incomplete`: its first payment has not come. */
  state: 'incomplete' | 'active' | 'past_due' | 'unpaid' | 'ended'
  /** The plan of the next renewal; null of pay-as-you-go. */
  plan: { id: string; version: number } | null
  /** The period that runs, or ran last. */
  period: { start: Date; end: Date }
  endsWithPeriod: boolean
  endedAt: Date | null
  /** All of them, oldest first. */
  payments: PeriodPayment[]
}

/** What the house gives a provider. */
export interface ProviderWiring {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  /** Where browsers reach the server. */
  baseUrl: () => string
  /** Keeps an event, to be followed soon. Whoever called may forget it once this resolves. */
  deliver: (event: ProviderEvent) => Promise<void>
}
