import type { Books } from './books.ts'
import { draftSeconds, finalise, tryInvoice } from './invoices.ts'
import { turnPeriod } from './subscriptions.ts'

interface Due {
  at: number
  happen: () => void
}

/** Time passes; what falls due happens at its moment, one after another. */
export function passTime(books: Books, until: number): void {
  for (;;) {
    const next = dues(books).reduce<Due | null>((first, due) => (first === null || due.at < first.at ? due : first), null)
    if (next === null || next.at > until) break
    books.now = Math.max(books.now, next.at)
    next.happen()
  }
  books.now = until
}

function dues(books: Books): Due[] {
  const list: Due[] = []
  for (const session of books.sessions.values()) {
    if (session.status !== 'open') continue
    const expire = () => {
      session.status = 'expired'
      session.url = null
      books.tell('checkout.session.expired', session)
    }
    list.push({ at: session.expires_at, happen: expire })
  }
  for (const subscription of books.subscriptions.values()) {
    if (subscription.status === 'canceled') continue
    const at = subscription.items.data[0].current_period_end
    list.push({ at, happen: () => turnPeriod(books, subscription) })
  }
  for (const invoice of books.invoices.values()) {
    const tryIt = () => tryInvoice(books, invoice, books.broke.has(invoice.customer) ? 'failed' : 'succeeded')
    if (invoice.status === 'draft' && invoice.auto_advance) {
      const happen = () => {
        finalise(books, invoice)
        if (invoice.status === 'open') tryIt()
      }
      list.push({ at: invoice.created + draftSeconds, happen })
    }
    if (invoice.status === 'open' && invoice.next_payment_attempt !== null) {
      list.push({ at: invoice.next_payment_attempt, happen: tryIt })
    }
  }
  return list
}
