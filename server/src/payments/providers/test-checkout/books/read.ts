import type { TestCustomer, TestPayment } from '../../../../../generated/sqlite/client.ts'
import type { CheckoutFacts, Followed, PaymentFacts, ProviderWiring, SubscriptionFacts } from '../../../provider.ts'
import { checkoutFacts, paymentFacts, subscriptionFacts, type Undone } from './facts.ts'
import type { TakeTurn } from './take-turns.ts'
import { unknown } from './turn.ts'

/** The page of the test bank where a customer's payments lie. */
export function pageOf(baseUrl: () => string, { secret }: Pick<TestCustomer, 'secret'>): string {
  return `${baseUrl()}/checkout/manage/${secret}`
}

/** What the books say now: what was due until now is written first. Throws where there is no such thing. */
export interface TestReads {
  follow(subject: string): Promise<Followed | null>
  checkout(reference: string): Promise<CheckoutFacts>
  payment(reference: string): Promise<PaymentFacts>
  charge(subscription: string, key: string): Promise<string | null>
  subscription(reference: string): Promise<SubscriptionFacts>
  use(customerId: string, span: { start: Date; end: Date }): Promise<number>
}

export function createReads({ db, clock, baseUrl }: ProviderWiring, take: TakeTurn): TestReads {
  const books = db.write
  const upToDate = async (customerId: string): Promise<void> => {
    const due = await books.testCustomer.count({ where: { id: customerId, dueAt: { lte: clock.now() } } })
    if (due > 0) await take(customerId, async () => {})
  }
  const undone = async (payments: TestPayment[]): Promise<{ payment: TestPayment; undone: Undone }[]> => {
    const paymentId = { in: payments.map(({ id }) => id) }
    const refunds = await books.testRefund.findMany({ where: { paymentId } })
    const disputes = await books.testDispute.findMany({ where: { paymentId } })
    const of = (id: string) => (row: { paymentId: string }) => row.paymentId === id
    return payments.map((payment) => ({
      payment,
      undone: { refunds: refunds.filter(of(payment.id)), disputes: disputes.filter(of(payment.id)) },
    }))
  }
  const found = <Row>(row: Row | null, reference: string): Row => {
    if (row === null) throw unknown(reference)
    return row
  }
  return {
    follow: async (subject) => {
      if (await books.testCheckout.findUnique({ where: { id: subject } })) return { kind: 'checkout', reference: subject }
      if (await books.testSubscription.findUnique({ where: { id: subject } })) return { kind: 'subscription', reference: subject }
      const payment = await books.testPayment.findUnique({ where: { id: subject } })
      if (payment === null) return null
      const ofPeriod = payment.kind === 'period' || payment.kind === 'statement' ? payment.subscriptionId : null
      return ofPeriod === null ? { kind: 'payment', reference: subject } : { kind: 'subscription', reference: ofPeriod }
    },
    checkout: async (reference) => {
      const where = { id: reference }
      await upToDate(found(await books.testCheckout.findUnique({ where }), reference).customerId)
      return checkoutFacts(await books.testCheckout.findUniqueOrThrow({ where }))
    },
    payment: async (reference) => {
      const where = { id: reference }
      await upToDate(found(await books.testPayment.findUnique({ where }), reference).customerId)
      const payment = found(await books.testPayment.findUnique({ where }), reference)
      const [read] = await undone([payment])
      const customer = await books.testCustomer.findUniqueOrThrow({ where: { id: payment.customerId } })
      return paymentFacts(payment, found(read ?? null, reference).undone, pageOf(baseUrl, customer))
    },
    charge: async (subscriptionId, key) => (await books.testPayment.findFirst({ where: { subscriptionId, key } }))?.id ?? null,
    subscription: async (reference) => {
      const where = { id: reference }
      const { customerId } = found(await books.testSubscription.findUnique({ where }), reference)
      await upToDate(customerId)
      const subscription = await books.testSubscription.findUniqueOrThrow({ where })
      const customer = await books.testCustomer.findUniqueOrThrow({ where: { id: customerId } })
      const payments = await books.testPayment.findMany({
        where: { subscriptionId: reference, kind: { in: ['period', 'statement'] } },
        orderBy: [{ periodStart: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      })
      return subscriptionFacts(subscription, customer, await undone(payments), pageOf(baseUrl, customer))
    },
    use: async (customerId, { start, end }) => {
      const own = await books.testSubscription.findMany({ where: { customerId, kind: 'metered' }, select: { id: true } })
      const told = { subscriptionId: { in: own.map(({ id }) => id) }, at: { gte: start, lt: end } }
      return (await books.testUse.aggregate({ where: told, _sum: { credits: true } }))._sum.credits ?? 0
    },
  }
}
