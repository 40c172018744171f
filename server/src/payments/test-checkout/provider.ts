import { type OrderedThing, type PaymentProvider, ProviderError, type ProviderWiring } from '../provider.ts'
import { registerTestCheckout } from './routes.ts'

/** A place where somebody pays, in the books of the test checkout. */
export interface BookedOrder {
  id: string
  accountId: string
  state: 'open' | 'declined' | 'paid' | 'cancelled'
  credits: number
  amount: number
  currency: string
  createdAt: Date
  paidAt: Date | null
}

/** The books of the test checkout, in memory: packs only. */
export interface TestBooks {
  get(id: string): BookedOrder | undefined
  /** Does what the test was told to do; one that was paid or cancelled stays so. */
  choose(id: string, outcome: 'paid' | 'declined' | 'cancelled'): Promise<void>
}

/** A checkout of our own on which no money moves. */
export function createTestCheckout({ anywhere }: { anywhere: boolean }): (wiring: ProviderWiring) => PaymentProvider {
  return (wiring) => {
    const orders = new Map<string, BookedOrder>()
    const { clock, ids, baseUrl, deliver } = wiring
    const booked = (id: string) => {
      const order = orders.get(id)
      if (order === undefined) throw new ProviderError(`the test checkout has no order ${id}`, { passing: false })
      return order
    }
    const books: TestBooks = {
      get: (id) => orders.get(id),
      choose: async (id, outcome) => {
        const order = booked(id)
        if (order.state === 'paid' || order.state === 'cancelled') return
        orders.set(id, { ...order, state: outcome, paidAt: outcome === 'paid' ? clock.now() : null })
        await deliver({ id: ids.next(), type: `checkout.${outcome}`, subject: id })
      },
    }
    return {
      name: 'test-checkout',
      testMode: true,
      register: (http) => registerTestCheckout(http, { ...wiring, books, anywhere }),
      customer: async ({ accountId }) => `customer-${accountId}`,
      openCheckout: async ({ key: id, accountId, thing }) => {
        const { credits, price } = packOf(thing)
        const order = { id, accountId, state: 'open' as const, credits, ...price, createdAt: clock.now(), paidAt: null }
        if (!orders.has(id)) orders.set(id, order)
        return { reference: id, url: `${baseUrl()}/checkout/${id}` }
      },
      closeCheckout: (id) => books.choose(id, 'cancelled'),
      portal: notYet,
      follow: async (subject) => (orders.has(subject) ? { kind: 'checkout', reference: subject } : null),
      readCheckout: async (reference) => {
        const { state } = booked(reference)
        const payment = state === 'paid' ? reference : null
        return { reference, key: reference, state: state === 'cancelled' ? 'closed' : state, payment, subscription: null }
      },
      readPayment: async (reference) => {
        const { amount, currency, paidAt } = booked(reference)
        const none = { refunded: 0, disputed: 0, receiptUrl: null }
        return { reference, state: paidAt === null ? 'open' : 'paid', amount: { amount, currency }, paidAt, ...none }
      },
      readSubscription: notYet,
      changePlan: notYet,
      charge: notYet,
      endWithPeriod: notYet,
      endNow: notYet,
      reportUse: notYet,
      refund: notYet,
    }
  }
}

function packOf(thing: OrderedThing) {
  if (thing.kind === 'pack') return thing
  throw new ProviderError('the test checkout sells packs only', { passing: false })
}

async function notYet(): Promise<never> {
  throw new ProviderError('the test checkout cannot do this', { passing: false })
}
