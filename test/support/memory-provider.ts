import type {
  CheckoutFacts,
  CheckoutOrder,
  PaymentFacts,
  PaymentProvider,
  PeriodPayment,
  ProviderEvent,
  ProviderWiring,
  SoldPlan,
  SubscriptionFacts,
  UseReport,
} from 'server/payments/provider'
import { ProviderError } from 'server/payments/provider'
import { monthsAfter } from 'server/platform/months'

export interface BookedCheckout extends CheckoutFacts {
  order: CheckoutOrder
}
/** A payment of a subscription has its period, a charge beside the renewals its key. */
export type BookedPayment = PaymentFacts & { subscription: string | null; period: PeriodPayment['period'] | null } & Pick<
    PeriodPayment,
    'plan' | 'givenUp'
  >
export interface BookedSubscription extends Omit<SubscriptionFacts, 'payments' | 'plan'> {
  anchor: Date
  /** Periods that have begun, the first one too. */
  periods: number
  /** Of the next renewal; null of pay-as-you-go. */
  sold: SoldPlan | null
}

/** A bank remembers the name of a report for so long, as Stripe does. */
const identifierLifeMs = 86_400_000

/** What the bank knows. It outlives the server. */
export class MemoryBooks {
  readonly customers = new Map<string, string>()
  readonly checkouts = new Map<string, BookedCheckout>()
  readonly payments = new Map<string, BookedPayment>()
  readonly subscriptions = new Map<string, BookedSubscription>()
  /** All that was told of use, oldest first. */
  readonly uses: (UseReport & { toldAt: Date })[] = []
  /** What was done once, by its key. */
  readonly done = new Map<string, string>()
  /** Every call, as `readCheckout checkout-1`. */
  readonly calls: string[] = []
  /** Events in the order in which they happened. */
  readonly events: ProviderEvent[] = []
  wiring: ProviderWiring | null = null
  /** Asked before each call is answered: throws, waits, or lets something happen in between. */
  beforeCall: (call: string) => void | Promise<void> = () => {}
  /** Asked while each answer is on its way: what happens now is not in it. */
  beforeAnswer: (call: string) => void | Promise<void> = () => {}
  /** Charges that follow are declined. */
  chargesFail = false
  private numbers = 0

  next(what: string): string {
    this.numbers += 1
    return `${what}-${this.numbers}`
  }

  now(): Date {
    if (this.wiring === null) throw new Error('the provider is wired to no server')
    return this.wiring.clock.now()
  }

  happened(type: string, subject: string): void {
    this.events.push({ id: this.next('event'), type, subject })
  }

  subscriptionFacts(reference: string): SubscriptionFacts {
    const { anchor: _anchor, periods: _periods, sold, ...facts } = found(this.subscriptions, reference)
    const payments = [...this.payments.values()].flatMap(({ subscription, period, ...payment }) =>
      subscription === reference && period !== null ? [{ ...payment, period }] : [],
    )
    return { ...facts, plan: sold === null ? null : { id: sold.id, version: sold.version }, payments }
  }
}

export function found<Thing>(things: ReadonlyMap<string, Thing>, reference: string): Thing {
  const thing = things.get(reference)
  if (thing === undefined) throw new ProviderError(`nothing is known of ${reference}`, { passing: false })
  return thing
}

/** A period of a subscription, counted from its first day. */
export function periodOf({ anchor, sold }: BookedSubscription, number: number): { start: Date; end: Date } {
  const months = sold?.interval === 'year' ? 12 : 1
  return { start: monthsAfter(anchor, number * months), end: monthsAfter(anchor, (number + 1) * months) }
}

/** A provider whose books are in memory, for `startTestApp({ payments: memoryProvider(books) })`. `MemoryHand` is its people and banks. */
export function memoryProvider(books: MemoryBooks): (wiring: ProviderWiring) => PaymentProvider {
  return (wiring) => {
    books.wiring = wiring
    /** Every call is written down and may fail before it does anything. */
    const call = async <Answer>(name: string, answer: () => Answer): Promise<Answer> => {
      books.calls.push(name)
      await books.beforeCall(name)
      const answered = answer()
      await books.beforeAnswer(name)
      return answered
    }
    const once = (key: string, act: () => string) => {
      const before = books.done.get(key)
      if (before !== undefined) return before
      const answer = act()
      books.done.set(key, answer)
      return answer
    }
    return {
      name: 'test-checkout',
      testMode: true,
      register: async () => {},
      customer: ({ accountId }) =>
        call(`customer ${accountId}`, () => once(`customer ${accountId}`, () => newCustomer(books, accountId))),
      forgetCustomer: (customer) =>
        call(`forgetCustomer ${customer}`, () => {
          for (const [accountId, reference] of books.customers) if (reference === customer) books.customers.delete(accountId)
        }),
      openCheckout: (order) =>
        call(`openCheckout ${order.key}`, () => {
          const reference = once(`checkout ${order.key}`, () => newCheckout(books, order))
          return { reference, url: `https://pay.example/${reference}` }
        }),
      closeCheckout: (reference) => call(`closeCheckout ${reference}`, () => closeCheckout(books, reference)),
      portal: (customer) => call(`portal ${customer}`, () => `https://pay.example/portal/${customer}`),
      follow: (subject) => call(`follow ${subject}`, () => followed(books, subject)),
      readCheckout: (reference) =>
        call(`readCheckout ${reference}`, () => {
          const { order: _order, ...facts } = found(books.checkouts, reference)
          return facts
        }),
      readPayment: (reference) =>
        call(`readPayment ${reference}`, () => {
          const { subscription: _s, period: _p, plan: _plan, givenUp: _g, ...facts } = found(books.payments, reference)
          return facts
        }),
      readSubscription: (reference) => call(`readSubscription ${reference}`, () => books.subscriptionFacts(reference)),
      changePlan: (reference, sold) => call(`changePlan ${reference}`, () => change(books, reference, { sold })),
      charge: (subscription, { key, amount }) =>
        call(`charge ${subscription}`, () => {
          const reference = once(`charge ${key}`, () =>
            newPayment(books, { subscription, amount, paid: !books.chargesFail, plan: null, period: null }),
          )
          const url = found(books.payments, reference).state === 'paid' ? null : `https://pay.example/${reference}`
          return { reference, url }
        }),
      findCharge: (_subscription, key) => call(`findCharge ${key}`, () => books.done.get(`charge ${key}`) ?? null),
      dropCharge: (reference) =>
        call(`dropCharge ${reference}`, () => {
          const payment = found(books.payments, reference)
          if (payment.state !== 'paid') books.payments.set(reference, { ...payment, state: 'failed', givenUp: true })
        }),
      endWithPeriod: (reference, endsWithPeriod) =>
        call(`endWithPeriod ${reference} ${endsWithPeriod}`, () => change(books, reference, { endsWithPeriod })),
      endNow: (reference) =>
        call(`endNow ${reference}`, () => change(books, reference, { state: 'ended', endedAt: books.now() })),
      reportUse: (use) =>
        call(`reportUse ${use.identifier}`, () => {
          const toldAt = books.now()
          const isKnown = (told: (typeof books.uses)[number]) =>
            told.identifier === use.identifier && toldAt.getTime() - told.toldAt.getTime() < identifierLifeMs
          if (!books.uses.some(isKnown)) books.uses.push({ ...use, toldAt })
        }),
      readUse: (customer, { start, end }) =>
        call(`readUse ${customer}`, () => {
          const told = books.uses.filter((use) => use.customer === customer && start <= use.at && use.at < end)
          return told.reduce((sum, { credits }) => sum + credits, 0)
        }),
      refund: (payment, { amount, key }) =>
        call(`refund ${payment}`, () => {
          once(`refund ${key}`, () => {
            const { refunded, ...rest } = found(books.payments, payment)
            books.payments.set(payment, { ...rest, refunded: refunded + amount })
            books.happened('refund.created', payment)
            return payment
          })
        }),
    }
  }
}

function newCustomer(books: MemoryBooks, accountId: string): string {
  const reference = books.next('customer')
  books.customers.set(accountId, reference)
  return reference
}

function newCheckout(books: MemoryBooks, order: CheckoutOrder): string {
  const reference = books.next('checkout')
  books.checkouts.set(reference, { reference, key: order.key, order, state: 'open', payment: null, subscription: null })
  return reference
}

function closeCheckout(books: MemoryBooks, reference: string): void {
  const checkout = found(books.checkouts, reference)
  if (checkout.state !== 'open' && checkout.state !== 'declined') return
  books.checkouts.set(reference, { ...checkout, state: 'closed' })
  books.happened('checkout.closed', reference)
}

function followed(books: MemoryBooks, subject: string) {
  if (books.checkouts.has(subject)) return { kind: 'checkout' as const, reference: subject }
  if (books.subscriptions.has(subject)) return { kind: 'subscription' as const, reference: subject }
  const payment = books.payments.get(subject)
  if (payment === undefined) return null
  return payment.subscription === null || payment.period === null
    ? { kind: 'payment' as const, reference: subject }
    : { kind: 'subscription' as const, reference: payment.subscription }
}

function change(books: MemoryBooks, reference: string, what: Partial<BookedSubscription>): void {
  const subscription = found(books.subscriptions, reference)
  books.subscriptions.set(reference, { ...subscription, ...what })
  books.happened('subscription.updated', reference)
}

/** Money that was paid, or was to be. Answers its reference. */
export function newPayment(
  books: MemoryBooks,
  of: Pick<BookedPayment, 'subscription' | 'amount' | 'plan' | 'period'> & { paid: boolean },
): string {
  const { paid, ...rest } = of
  const reference = books.next('payment')
  const state = paid ? ('paid' as const) : ('open' as const)
  const undone = { refunded: 0, disputed: 0, lost: 0, receiptUrl: null, givenUp: false }
  books.payments.set(reference, { reference, state, paidAt: paid ? books.now() : null, ...undone, ...rest })
  return reference
}
