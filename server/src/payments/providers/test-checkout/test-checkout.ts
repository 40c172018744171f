import type { FastifyInstance } from 'fastify'
import type { PaymentProvider, ProviderWiring } from '../../provider.ts'
import { createTestBooks, type TestBooks } from './books/books.ts'
import { endNow } from './books/end.ts'
import { forgetCustomer } from './books/forget.ts'
import { closeCheckout, openCheckout } from './books/open.ts'
import { pageOf } from './books/read.ts'
import { changePlan, charge, dropCharge, endWithPeriod, reportUse, subscriptionOf } from './books/subscriptions.ts'
import { refund } from './books/undo.ts'
import { createTestHand, type TestHand } from './hand.ts'
import { registerTestPages } from './routes.ts'

/** How often it looks what time alone has changed, in ms. */
const sweepEveryMs = 5000

/** Our own provider, for trying everything out: it has books as a payment service has, and no money moves. */
export interface TestCheckoutProvider extends PaymentProvider {
  hand: TestHand
  /** What its timer does while it is served. */
  sweep(): Promise<number>
}

/** @param anywhere serve its pages to others than this machine, too */
export function createTestCheckout({ anywhere }: { anywhere: boolean }): (wiring: ProviderWiring) => TestCheckoutProvider {
  return (wiring) => {
    const { ids, baseUrl } = wiring
    const books = createTestBooks(wiring)
    const { read, take, takeOf } = books
    const hand = createTestHand(books)
    return {
      name: 'test-checkout',
      testMode: true,
      hand,
      sweep: books.sweep,
      register: async (http) => {
        await registerTestPages(http, { wiring, hand, books, anywhere })
        keepSweeping(http, books, wiring)
      },
      customer: ({ accountId }) => books.customer(accountId),
      forgetCustomer: (customer) => forgetCustomer(wiring.db, customer),
      openCheckout: async (order) => {
        const { id, secret } = await take(order.customer, (turn) => openCheckout(turn, order, ids.secret()))
        return { reference: id, url: `${baseUrl()}/checkout/${secret}` }
      },
      closeCheckout: (reference) => takeOf.checkout(reference, (turn) => closeCheckout(turn, reference)),
      portal: (customer) => manageUrl(wiring, customer),
      follow: read.follow,
      readCheckout: read.checkout,
      readPayment: read.payment,
      readSubscription: read.subscription,
      changePlan: (subscription, plan) => takeOf.subscription(subscription, (turn) => changePlan(turn, subscription, plan)),
      charge: async (subscription, order) => {
        const { id, customerId, paid } = await takeOf.subscription(subscription, async (turn) => ({
          ...(await charge(turn, subscription, order)),
          customerId: turn.customerId,
        }))
        return { reference: id, url: paid ? null : `${await manageUrl(wiring, customerId)}#${id}` }
      },
      findCharge: read.charge,
      dropCharge: (reference) => takeOf.payment(reference, (turn) => dropCharge(turn, reference)),
      endWithPeriod: (subscription, ends) => takeOf.subscription(subscription, (turn) => endWithPeriod(turn, subscription, ends)),
      endNow: (subscription) =>
        takeOf.subscription(subscription, async (turn) => endNow(turn, await subscriptionOf(turn, subscription))),
      reportUse: (use) => take(use.customer, (turn) => reportUse(turn, use)),
      readUse: read.use,
      refund: (payment, order) => takeOf.payment(payment, (turn) => refund(turn, payment, order)),
    }
  }

  async function manageUrl({ db, baseUrl }: ProviderWiring, id: string): Promise<string> {
    return pageOf(baseUrl, await db.write.testCustomer.findUniqueOrThrow({ where: { id } }))
  }
}

/** While it is served, what is due comes by itself; the process is not kept alive by it. */
function keepSweeping(http: FastifyInstance, books: TestBooks, { log }: ProviderWiring): void {
  let running: Promise<unknown> | null = null
  const sweep = () => {
    running ??= books
      .sweep()
      .catch((error: unknown) => log.error({ err: error }, 'the test checkout could not look at its books; it looks again'))
      .finally(() => {
        running = null
      })
  }
  let timer: NodeJS.Timeout | null = null
  http.addHook('onListen', async () => {
    timer = setInterval(sweep, sweepEveryMs).unref()
    // What fell due while nothing was served.
    sweep()
  })
  http.addHook('onClose', async () => {
    if (timer !== null) clearInterval(timer)
    await running
  })
}
