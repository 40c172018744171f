import type { ProviderEvent } from 'server/payments/provider'
import { type BookedPayment, type BookedSubscription, found, type MemoryBooks, newPayment, periodOf } from './memory-provider.ts'

/** What people and banks do at the provider in memory. What happens is kept as events until somebody delivers them. */
export class MemoryHand {
  private delivered = 0
  private readonly books: MemoryBooks

  constructor(books: MemoryBooks) {
    this.books = books
  }

  /** The checkout that was opened last, by its reference. */
  newest(): string {
    const reference = [...this.books.checkouts.keys()].at(-1)
    if (reference === undefined) throw new Error('no checkout was opened')
    return reference
  }

  /** Pays, or agrees to a plan or pay-as-you-go. */
  pay(checkout: string = this.newest()): void {
    const { order } = found(this.books.checkouts, checkout)
    const { thing } = order
    if (thing.kind === 'pack') {
      const none = { subscription: null, plan: null, period: null }
      const payment = newPayment(this.books, { ...none, amount: thing.price, paid: true })
      this.checkout(checkout, { state: 'paid', payment })
    } else this.checkout(checkout, { state: 'paid', subscription: this.subscribe(checkout) })
  }

  /** Agrees to pay a pack; the money is on its way until `settle`. */
  payLater(checkout: string = this.newest()): void {
    const { order } = found(this.books.checkouts, checkout)
    if (order.thing.kind !== 'pack') throw new Error('only a pack is paid later')
    const none = { subscription: null, plan: null, period: null }
    const payment = newPayment(this.books, { ...none, amount: order.thing.price, paid: false })
    this.payment(payment, { state: 'pending' })
    this.checkout(checkout, { state: 'pending', payment })
  }

  /** The money of `payLater` arrives, or does not. */
  settle(arrives: boolean, checkout: string = this.newest()): void {
    const { payment } = found(this.books.checkouts, checkout)
    if (payment === null) throw new Error('nothing is on its way')
    this.payment(payment, arrives ? { state: 'paid', paidAt: this.books.now() } : { state: 'failed' })
    this.checkout(checkout, { state: arrives ? 'paid' : 'failed' })
  }

  decline(checkout: string = this.newest()): void {
    this.checkout(checkout, { state: 'declined' })
  }

  /** Nobody paid in time. */
  lapse(checkout: string = this.newest()): void {
    this.checkout(checkout, { state: 'closed' })
  }

  /** The payment of a pack's checkout. */
  paymentOf(checkout: string = this.newest()): string {
    const { payment } = found(this.books.checkouts, checkout)
    if (payment === null) throw new Error('nothing was paid')
    return payment
  }

  /** Cumulative: with less than before a refund has failed. */
  refund(payment: string, refunded: number): void {
    this.payment(payment, { refunded }, 'refund.updated')
  }

  /** Cumulative: with 0 every dispute was won. */
  dispute(payment: string, disputed: number): void {
    this.payment(payment, { disputed }, 'dispute.updated')
  }

  /** The bank decides for the designer: what is disputed is gone. */
  loseDispute(payment: string): void {
    const { disputed } = found(this.books.payments, payment)
    this.payment(payment, { lost: disputed }, 'dispute.closed')
  }

  /** The subscription's next period begins, and its payment is made or fails. Answers the payment. */
  renew(reference: string, { paid = true }: { paid?: boolean } = {}): string {
    const before = found(this.books.subscriptions, reference)
    const period = periodOf(before, before.periods)
    const amount = before.sold?.price ?? { amount: 0, currency: 'EUR' }
    const payment = newPayment(this.books, { subscription: reference, amount, plan: before.sold, period, paid })
    if (!paid) this.payment(payment, { state: 'failed' })
    this.subscription(reference, { period, periods: before.periods + 1, state: paid ? 'active' : 'past_due' })
    return payment
  }

  /** A period that was not paid is paid after all. */
  payPeriod(payment: string): void {
    this.payment(payment, { state: 'paid', paidAt: this.books.now() })
    const { subscription } = found(this.books.payments, payment)
    if (subscription !== null) this.subscription(subscription, { state: 'active' })
  }

  /** A period that was not paid is not tried any more. */
  giveUp(payment: string): void {
    this.payment(payment, { givenUp: true })
    const { subscription } = found(this.books.payments, payment)
    if (subscription !== null) this.subscription(subscription, { state: 'unpaid' })
  }

  /** The provider ends it, as at the end of its period. */
  end(reference: string): void {
    this.subscription(reference, { state: 'ended', endedAt: this.books.now() })
  }

  payment(reference: string, what: Partial<BookedPayment>, type = 'payment.updated'): void {
    this.books.payments.set(reference, { ...found(this.books.payments, reference), ...what })
    this.books.happened(type, reference)
  }

  subscription(reference: string, what: Partial<BookedSubscription>): void {
    this.books.subscriptions.set(reference, { ...found(this.books.subscriptions, reference), ...what })
    this.books.happened('subscription.updated', reference)
  }

  /** Delivers what has happened since the last time. */
  async deliverNew(): Promise<void> {
    const { events } = this.books
    const from = this.delivered
    this.delivered = events.length
    for (const event of events.slice(from)) await this.deliver(event)
  }

  async deliver(event: ProviderEvent): Promise<void> {
    if (this.books.wiring === null) throw new Error('the provider is wired to no server')
    await this.books.wiring.deliver(event)
  }

  private checkout(reference: string, what: object): void {
    this.books.checkouts.set(reference, { ...found(this.books.checkouts, reference), ...what })
    this.books.happened('checkout.updated', reference)
  }

  private subscribe(checkout: string): string {
    const { books } = this
    const { accountId, customer, thing } = found(books.checkouts, checkout).order
    if (thing.kind === 'pack') throw new Error('a pack is no subscription')
    const reference = books.next('subscription')
    const sold = thing.kind === 'plan' ? thing.plan : null
    const state = 'active' as const
    const base = { reference, kind: thing.kind, accountId, customer, state, endsWithPeriod: false, endedAt: null }
    const anchor = books.now()
    const begun = { ...base, anchor, periods: 1, sold, period: { start: anchor, end: anchor } }
    const period = periodOf(begun, 0)
    books.subscriptions.set(reference, { ...begun, period })
    if (sold !== null) newPayment(books, { subscription: reference, amount: sold.price, plan: sold, period, paid: true })
    books.happened('subscription.created', reference)
    return reference
  }
}
