import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeStripe, startFakeStripe } from '../../../../../test/support/fake-stripe/fake-stripe.ts'
import { TestClock } from '../../../../../test/support/test-clock.ts'
import { createLog } from '../../../platform/log.ts'
import { type PaymentProvider, ProviderError, type SoldPlan } from '../../provider.ts'
import { createStripe } from './stripe.ts'

const day = 86_400_000
const price = (amount: number) => ({ amount, currency: 'EUR' })
const small: SoldPlan = { id: 'month-30', version: 1, credits: 30, price: price(270), interval: 'month' }
const large: SoldPlan = { id: 'month-120', version: 1, credits: 120, price: price(960), interval: 'month' }
const pack = { kind: 'pack', id: 'pack-100', version: 1, credits: 100, price: price(900) } as const

let stripe: FakeStripe
let provider: PaymentProvider
let customer: string

const wiring = { clock: new TestClock(), log: createLog('silent'), deliver: async () => {} }

beforeEach(async () => {
  stripe = await startFakeStripe()
  provider = createStripe(stripe.settings)(wiring)
  customer = await provider.customer({ accountId: 'ana', email: 'ana@studio.test' })
})
afterEach(() => stripe.close())

const open = (thing: Parameters<PaymentProvider['openCheckout']>[0]['thing'], key = 'checkout-1') =>
  provider.openCheckout({ key, accountId: 'ana', customer, thing, returnUrl: 'http://127.0.0.1:8787/back' })

async function subscribed(): Promise<string> {
  const { reference, url } = await open({ kind: 'plan', plan: small }, 'checkout-of-a-plan')
  await stripe.hand.pay(url)
  return (await provider.readCheckout(reference)).subscription ?? ''
}

async function paidPack(): Promise<string> {
  const { reference, url } = await open(pack)
  await stripe.hand.pay(url)
  return (await provider.readCheckout(reference)).payment ?? ''
}

describe('what does not get through', () => {
  test('an order whose answer was lost counts once', async () => {
    stripe.trouble('POST /v1/checkout/sessions', 'unanswered', 500)
    await open(pack)
    expect(stripe.books.sessions.size).toBe(1)
    const payment = await paidPack()
    stripe.trouble('POST /v1/refunds', 'unanswered')
    await provider.refund(payment, { amount: 100, key: 'refund-1' })
    expect((await provider.readPayment(payment)).refunded).toBe(100)
  })

  test.each([
    ['the line', ['unheard', 'unheard', 'unheard']],
    ['trouble at Stripe', [500, 500, 500]],
    ['too many at once', [429]],
  ] as const)('%s may pass', async (_name, troubles) => {
    stripe.trouble('GET /v1/checkout', ...troubles)
    const { reference } = await open(pack)
    await expect(provider.readCheckout(reference)).rejects.toMatchObject({ passing: true })
    expect((await provider.readCheckout(reference)).state).toBe('open')
  })

  test('a wrong key and an unknown id do not; neither key nor address is in what is told', async () => {
    const wrong = createStripe({ ...stripe.settings, secretKey: 'sk_test_another_secret' })(wiring)
    for (const refused of [wrong.customer({ accountId: 'rui', email: 'rui@studio.test' }), provider.readPayment('pi_none')]) {
      const error = await refused.then(
        () => null,
        (error: unknown) => error,
      )
      expect(error).toBeInstanceOf(ProviderError)
      expect(error).toMatchObject({ passing: false })
      expect(String(error)).not.toMatch(/another_secret|rui@/)
    }
  })

  test('a charge that was cut short anywhere is taken up again, also days later', async () => {
    const reference = await subscribed()
    const order = { key: 'upgrade-1', amount: price(690), plan: large }
    for (const step of ['POST /v1/invoices', 'POST /v1/invoiceitems', '/finalize', '/pay']) {
      stripe.trouble(step, 'unanswered', 'unanswered', 'unanswered')
      await expect(provider.charge(reference, order)).rejects.toMatchObject({ passing: true })
      // Stripe keeps keys for a day.
      await stripe.hand.advance(2 * day)
    }
    const charged = await provider.charge(reference, order)
    expect(await provider.readPayment(charged.reference)).toMatchObject({ state: 'paid', amount: price(690) })
    expect([...stripe.books.invoices.values()].filter(({ metadata }) => metadata.toile_charge !== undefined)).toHaveLength(1)
    expect([...stripe.books.charges.values()].filter(({ amount, paid }) => paid && amount === 690)).toHaveLength(1)
  })
})

describe('what others do at the same account', () => {
  test('a price of our name with other terms is refused, not sold', async () => {
    await open({ kind: 'plan', plan: small })
    const dearer = { ...small, price: price(540) }
    await expect(open({ kind: 'plan', plan: dearer }, 'checkout-2')).rejects.toThrow(/other terms/)
  })

  test('prices, meter and portal are made once, and found again by another server', async () => {
    const metered = { kind: 'metered', version: 1, creditPrice: price(10) } as const
    for (const one of [provider, createStripe(stripe.settings)(wiring)]) {
      const order = { accountId: 'ana', customer, returnUrl: 'http://127.0.0.1:8787/back' }
      await one.openCheckout({ ...order, key: 'plan', thing: { kind: 'plan', plan: small } })
      await one.openCheckout({ ...order, key: 'metered', thing: metered })
      await one.portal(customer, 'http://127.0.0.1:8787/back')
    }
    const { prices, meters, configurations } = stripe.books
    expect([prices.size, meters.size, configurations.size]).toEqual([2, 1, 1])
  })

  test('what bears no mark of ours leads nowhere', async () => {
    const [payment, subscription] = [await paidPack(), await subscribed()]
    await stripe.hand.refund(payment, 100)
    const { sessions, intents, subscriptions, invoices, charges, refunds } = stripe.books
    for (const shelf of [sessions, intents, subscriptions]) for (const thing of shelf.values()) thing.metadata = {}
    const all = [sessions, intents, subscriptions, invoices, charges, refunds].flatMap((shelf) => [...shelf.keys()])
    for (const id of all) expect(await provider.follow(id)).toBeNull()
    await expect(provider.readSubscription(subscription)).rejects.toThrow(/none of Toile/)
  })

  test('what is gone, or of a kind that we do not know, leads nowhere', async () => {
    for (const id of ['cs_gone', 'pi_gone', 'in_gone', 'sub_gone', 'ch_gone', 're_gone', 'du_gone', 'cus_gone', 'gone']) {
      expect(await provider.follow(id)).toBeNull()
    }
  })

  test('a plan that was ended at Stripe’s own pages ends with its period, and can be taken back here', async () => {
    const reference = await subscribed()
    await stripe.hand.cancelAtDate(reference)
    expect(await provider.readSubscription(reference)).toMatchObject({ endsWithPeriod: true })
    await provider.endWithPeriod(reference, false)
    expect(await provider.readSubscription(reference)).toMatchObject({ endsWithPeriod: false })
  })
})

test('an invoice that was paid by money of another customer is undone as that goes back', async () => {
  const reference = await subscribed()
  const [invoice = ''] = stripe.books.invoices.keys()
  const [intent] = stripe.books.intents.values()
  if (intent !== undefined) intent.customer = 'cus_of_the_studio'
  await stripe.hand.refund(invoice, 100)
  expect((await provider.readSubscription(reference)).payments).toMatchObject([{ state: 'paid', refunded: 100 }])
})

test('a dispute that was prevented holds what it took, and nothing where a refund was made instead', async () => {
  const payment = await paidPack()
  await stripe.hand.dispute(payment)
  const [dispute] = stripe.books.disputes.values()
  if (dispute === undefined) throw new Error('There is no dispute')
  dispute.status = 'prevented'
  expect((await provider.readPayment(payment)).disputed).toBe(900)
  dispute.balance_transactions = []
  expect((await provider.readPayment(payment)).disputed).toBe(0)
})

test('a bank that only asks has taken nothing', async () => {
  const payment = await paidPack()
  await stripe.hand.inquire(payment)
  expect((await provider.readPayment(payment)).disputed).toBe(0)
})

test('a subscription that Stripe leaves unpaid has given its renewals up, until they are paid', async () => {
  stripe.books.afterRetries = 'unpaid'
  const reference = await subscribed()
  await stripe.hand.refuseCharges(customer, true)
  await stripe.hand.advance(50 * day)
  const facts = await provider.readSubscription(reference)
  expect(facts).toMatchObject({ state: 'unpaid', endedAt: null, payments: [{ givenUp: false }, { givenUp: true }] })
  await stripe.hand.refuseCharges(customer, false)
  await stripe.hand.pay(facts.payments[1]?.receiptUrl ?? '')
  expect(await provider.readSubscription(reference)).toMatchObject({
    state: 'active',
    payments: [{ state: 'paid' }, { state: 'paid', givenUp: false }],
  })
})

test('a draft of a plan that ended at once is not collected', async () => {
  const reference = await subscribed()
  const { period } = await provider.readSubscription(reference)
  await stripe.hand.advance(period.end.getTime() - stripe.now().getTime() + 60_000)
  await provider.endNow(reference)
  await stripe.hand.advance(2 * day)
  const { payments } = await provider.readSubscription(reference)
  expect(payments.map(({ state, givenUp }) => [state, givenUp])).toEqual([
    ['paid', false],
    ['open', true],
  ])
})

test('the test key is told from a live one', () => {
  expect(provider.testMode).toBe(true)
  expect(createStripe({ ...stripe.settings, secretKey: 'rk_live_x' })(wiring).testMode).toBe(false)
})
