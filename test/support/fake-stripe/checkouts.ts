import type { Books } from './books.ts'
import { StripeRefusal } from './errors.ts'
import { settleInvoice, tryInvoice } from './invoices.ts'
import { makeIntent, settleCharge, tryCharge } from './money.ts'
import type { Price, Session } from './rows.ts'
import { startSubscription } from './subscriptions.ts'

const daySeconds = 86_400

/** What a session is ordered with, beside what it shows. */
export interface SessionOrder {
  /** Of a subscription. */
  price: Price | null
  amount: number
  currency: string
  /** What the payment intent or the subscription is to bear. */
  metadata: Record<string, string>
}

type Shown = Pick<Session, 'mode' | 'customer' | 'client_reference_id' | 'metadata' | 'success_url' | 'cancel_url'>

export function openSession(books: Books, shown: Shown, order: SessionOrder): Session {
  const born = books.born('cs_test', 'checkout.session')
  const session: Session = {
    ...born,
    ...shown,
    ...{ status: 'open', payment_status: 'unpaid', amount_total: order.amount, currency: order.currency },
    ...{ payment_intent: null, subscription: null, invoice: null, expires_at: books.now + daySeconds },
    url: `https://checkout.stripe.test/c/pay/${born.id}`,
  }
  books.sessions.set(session.id, session)
  books.orders.set(session.id, order)
  return session
}

export function expireSession(books: Books, session: Session): void {
  if (session.status !== 'open') throw new StripeRefusal('Only Checkout Sessions with a status in ["open"] can be expired.')
  session.status = 'expired'
  session.url = null
  books.tell('checkout.session.expired', session)
}

/** Somebody presses the button of the page. A declined card leaves it open. */
export function submitSession(books: Books, session: Session, how: 'succeeded' | 'pending' | 'failed'): void {
  if (session.status !== 'open') throw new Error(`The page of ${session.id} is ${session.status}: nobody can pay there`)
  if (session.mode === 'payment') return void submitPayment(books, session, how)
  if (how === 'failed') return
  const order = orderOf(books, session)
  if (order.price === null) throw new Error('A subscription has a price')
  const { subscription, invoice } = startSubscription(books, session.customer, order.price, order.metadata)
  session.subscription = subscription.id
  session.invoice = invoice.id
  if (invoice.status === 'open') tryInvoice(books, invoice, how)
  complete(books, session, how, session.amount_total === 0)
}

function submitPayment(books: Books, session: Session, how: 'succeeded' | 'pending' | 'failed'): void {
  const { amount, currency, metadata } = orderOf(books, session)
  const known = session.payment_intent === null ? undefined : books.intents.get(session.payment_intent)
  const intent = known ?? makeIntent(books, { amount, currency, customer: session.customer, description: null, metadata })
  session.payment_intent = intent.id
  tryCharge(books, intent, how)
  if (how !== 'failed') complete(books, session, how, false)
}

function complete(books: Books, session: Session, how: 'succeeded' | 'pending', free: boolean): void {
  session.status = 'complete'
  session.url = null
  session.payment_status = free ? 'no_payment_required' : how === 'succeeded' ? 'paid' : 'unpaid'
  books.tell('checkout.session.completed', session)
}

/** Money that was on its way arrives, or does not. */
export function settleSession(books: Books, session: Session, how: 'succeeded' | 'failed'): void {
  if (session.status !== 'complete' || session.payment_status !== 'unpaid')
    throw new Error(`Nothing of ${session.id} is on its way`)
  const [intent, invoice] = [books.intents.get(session.payment_intent ?? ''), books.invoices.get(session.invoice ?? '')]
  if (intent !== undefined) settleCharge(books, intent, how)
  if (invoice !== undefined) settleInvoice(books, invoice, how)
  if (how === 'succeeded') session.payment_status = 'paid'
  books.tell(how === 'succeeded' ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed', session)
}

function orderOf(books: Books, { id }: Session): SessionOrder {
  const order = books.orders.get(id)
  if (order === undefined) throw new Error(`Nothing was ordered by ${id}`)
  return order
}
