import { randomUUID } from 'node:crypto'
import { type CheckoutOrder, ProviderError, type SoldPlan, type SubscriptionFacts } from 'server/payments/provider'
import { createLog } from 'server/platform/log'
import { afterEach, beforeEach, describe, expect, test as vitest } from 'vitest'
import { stripeTestKey, tryStripeItself } from '../support/stripe-itself.ts'
import { TestClock } from '../support/test-clock.ts'
import { CannotBeDone, type TriedProvider, tryStripe, tryTestCheckout } from '../support/tried-provider.ts'

const day = 86_400_000
const hour = 3_600_000
const price = (amount: number) => ({ amount, currency: 'EUR' })
const small: SoldPlan = { id: 'month-30', version: 1, credits: 30, price: price(270), interval: 'month' }
const large: SoldPlan = { id: 'month-120', version: 1, credits: 120, price: price(960), interval: 'month' }
const yearly: SoldPlan = { id: 'year-30', version: 1, credits: 30, price: price(2700), interval: 'year' }
const pack = { kind: 'pack', id: 'pack-100', version: 1, credits: 100, price: price(900) } as const
const metered = { kind: 'metered', version: 1, creditPrice: price(10) } as const

let tried: TriedProvider
let customer: string
/** Keys and accounts of one test alone: a provider may remember those of the last run. */
let own: string
const named = (name: string) => `${name}-${own}`

/** What every payment provider promises, whoever moves the money. */
const providers = [
  { name: 'stripe', start: tryStripe, timeout: 120_000 },
  { name: 'test-checkout', start: tryTestCheckout, timeout: 120_000 },
  ...(stripeTestKey === null ? [] : [{ name: 'stripe itself', start: tryStripeItself, timeout: 1_800_000 }]),
]

/** A promise; passed over where nobody at the provider's other end can do what it takes. */
const promise = (timeout: number) => (name: string, keep: () => Promise<void>) =>
  vitest(name, { timeout }, async ({ skip }) => {
    try {
      await keep()
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error
      skip(error.message)
    }
  })

describe.each(providers)('$name', ({ start, timeout }) => {
  const test = promise(timeout)
  beforeEach(async () => {
    own = randomUUID()
    tried = await start({ clock: new TestClock(), log: createLog('silent') })
    customer = await tried.provider.customer({ accountId: named('ana'), email: 'ana@studio.test' })
  })
  afterEach(() => tried.close())

  const open = (thing: CheckoutOrder['thing'], key = named('checkout-1')) =>
    tried.provider.openCheckout({ key, accountId: named('ana'), customer, thing, returnUrl: 'http://127.0.0.1:8787/back' })
  const read = (reference: string) => tried.provider.readCheckout(reference)

  /** A pack that is paid: its payment. */
  async function paidPack(): Promise<string> {
    const { reference, url } = await open(pack)
    await tried.hand.pay(url)
    const { payment } = await read(reference)
    if (payment === null) throw new Error('The pack has no payment')
    return payment
  }

  async function subscribed(thing: CheckoutOrder['thing']): Promise<string> {
    const { reference, url } = await open(thing)
    await tried.hand.pay(url)
    const { subscription } = await read(reference)
    if (subscription === null) throw new Error('There is no subscription')
    return subscription
  }

  const standing = (reference: string): Promise<SubscriptionFacts> => tried.provider.readSubscription(reference)
  /** Past a period's end and the hour that a provider may take to bill it. */
  async function renew(reference: string): Promise<SubscriptionFacts> {
    const { period } = await standing(reference)
    await tried.hand.advance(period.end.getTime() - tried.now().getTime() + 2 * hour)
    return standing(reference)
  }

  describe('checkout', () => {
    test('the same account gets the same customer, also with another address', async () => {
      expect(await tried.provider.customer({ accountId: named('ana'), email: 'ana@elsewhere.test' })).toBe(customer)
      expect(await tried.provider.customer({ accountId: named('rui'), email: null })).not.toBe(customer)
    })

    test('the same key gets the same place, another key another one', async () => {
      const first = await open(pack)
      expect(await open(pack)).toEqual(first)
      expect((await open(pack, named('checkout-2'))).url).not.toBe(first.url)
    })

    test('it is open, with our key, until somebody pays', async () => {
      const { reference } = await open(pack)
      expect(await read(reference)).toEqual({
        reference,
        key: named('checkout-1'),
        state: 'open',
        payment: null,
        subscription: null,
      })
    })

    test('a paid pack has a payment of its price', async () => {
      const { reference, url } = await open(pack)
      await tried.hand.pay(url)
      const facts = await read(reference)
      expect(facts).toMatchObject({ state: 'paid', subscription: null })
      expect(await tried.provider.readPayment(facts.payment ?? '')).toMatchObject({
        ...{ reference: facts.payment, state: 'paid', amount: price(900), refunded: 0, disputed: 0 },
        ...{ paidAt: expect.any(Date), receiptUrl: expect.stringMatching(/^http/) },
      })
    })

    test('a declined card leaves it open to be paid', async () => {
      const { reference, url } = await open(pack)
      await tried.hand.decline(url)
      expect((await read(reference)).state).toBe('declined')
      await tried.hand.pay(url)
      expect((await read(reference)).state).toBe('paid')
    })

    for (const [how, checkoutState, paymentState] of [
      ['arrives', 'paid', 'paid'],
      ['fails', 'failed', 'failed'],
    ] as const) {
      test(`money that is on its way is pending until it ${how}`, async () => {
        const { reference, url } = await open(pack)
        await tried.hand.payLate(url)
        const facts = await read(reference)
        expect(facts.state).toBe('pending')
        expect(await tried.provider.readPayment(facts.payment ?? '')).toMatchObject({ state: 'pending', paidAt: null })
        await tried.hand.settle(url, how)
        expect((await read(reference)).state).toBe(checkoutState)
        expect((await tried.provider.readPayment(facts.payment ?? '')).state).toBe(paymentState)
      })
    }

    test('where the money did not come the page is over: nobody can pay there, and closing it changes nothing', async () => {
      const { reference, url } = await open(pack)
      await tried.hand.payLate(url)
      await tried.hand.settle(url, 'fails')
      await expect(tried.hand.pay(url)).rejects.toThrow()
      await tried.provider.closeCheckout(reference)
      expect((await read(reference)).state).toBe('failed')
    })

    test('a closed one can’t be paid; closing one that was paid changes nothing', async () => {
      const [closed, kept] = [await open(pack), await open(pack, named('checkout-2'))]
      await tried.provider.closeCheckout(closed.reference)
      await tried.provider.closeCheckout(closed.reference)
      expect((await read(closed.reference)).state).toBe('closed')
      await expect(tried.hand.pay(closed.url)).rejects.toThrow()
      await tried.hand.pay(kept.url)
      await tried.provider.closeCheckout(kept.reference)
      expect((await read(kept.reference)).state).toBe('paid')
    })
  })

  describe('money undone', () => {
    test('refunds add up; one that failed is taken off again', async () => {
      const payment = await paidPack()
      await tried.hand.refund(payment, 300)
      await tried.hand.refund(payment, 200)
      expect(await tried.provider.readPayment(payment)).toMatchObject({ state: 'paid', refunded: 500, disputed: 0 })
      await tried.hand.failRefund(payment)
      expect((await tried.provider.readPayment(payment)).refunded).toBe(300)
      await tried.hand.refund(payment, 600)
      expect((await tried.provider.readPayment(payment)).refunded).toBe(900)
    })

    test('our refund goes out once for a key, however often it is ordered', async () => {
      const payment = await paidPack()
      await tried.provider.refund(payment, { amount: 200, key: named('refund-1') })
      await tried.hand.advance(2 * day)
      await tried.provider.refund(payment, { amount: 200, key: named('refund-1') })
      await tried.provider.refund(payment, { amount: 100, key: named('refund-2') })
      expect((await tried.provider.readPayment(payment)).refunded).toBe(300)
    })

    test('more than was paid can’t be refunded, now or ever', async () => {
      const payment = await paidPack()
      const refused = tried.provider.refund(payment, { amount: 901, key: named('refund-1') })
      await expect(refused).rejects.toThrow(ProviderError)
      await expect(refused).rejects.toMatchObject({ passing: false })
    })

    for (const [how, kept] of [
      ['won', 0],
      ['lost', 900],
    ] as const) {
      test(`a dispute holds the money while it runs; ${how}, it keeps ${kept} for good`, async () => {
        const payment = await paidPack()
        await tried.hand.dispute(payment)
        expect(await tried.provider.readPayment(payment)).toMatchObject({ disputed: 900, lost: 0 })
        await tried.hand.settleDispute(payment, how)
        expect(await tried.provider.readPayment(payment)).toMatchObject({ state: 'paid', disputed: kept, lost: kept })
      })
    }
  })

  describe('plans', () => {
    test('subscribing pays the first period', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      const facts = await standing(reference)
      expect(facts).toMatchObject({
        ...{ reference, kind: 'plan', accountId: named('ana'), customer, state: 'active', plan: { id: 'month-30', version: 1 } },
        ...{ endsWithPeriod: false, endedAt: null, period: { start: tried.now(), end: new Date('2026-12-22T09:00:00Z') } },
      })
      expect(facts.payments).toMatchObject([
        { state: 'paid', amount: price(270), period: facts.period, plan: { id: 'month-30', version: 1 }, givenUp: false },
      ])
      expect(await tried.provider.readPayment(facts.payments[0]?.reference ?? '')).toMatchObject({ state: 'paid' })
    })

    test('a first payment that is on its way is told as such', async () => {
      const { reference, url } = await open({ kind: 'plan', plan: small })
      await tried.hand.payLate(url)
      const { state, subscription } = await read(reference)
      expect(state).toBe('pending')
      expect((await standing(subscription ?? '')).payments).toMatchObject([{ state: 'pending', paidAt: null }])
      await tried.hand.settle(url, 'arrives')
      expect((await read(reference)).state).toBe('paid')
      expect((await standing(subscription ?? '')).payments).toMatchObject([{ state: 'paid' }])
    })

    test('a first payment that does not come leaves a checkout that is over, and a period that is not paid', async () => {
      const { reference, url } = await open({ kind: 'plan', plan: small })
      await tried.hand.payLate(url)
      await tried.hand.settle(url, 'fails')
      const { state, subscription } = await read(reference)
      expect(state).toBe('failed')
      expect((await standing(subscription ?? '')).payments).toMatchObject([{ state: 'failed', paidAt: null }])
    })

    test('fourteen renewals are all there, oldest first, each after the other', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      for (let month = 0; month < 14; month += 1) await renew(reference)
      const { payments, period } = await standing(reference)
      expect(payments.map(({ state }) => state)).toEqual(Array.from({ length: 15 }, () => 'paid'))
      expect(payments.slice(1).map(({ period }) => period.start)).toEqual(payments.slice(0, -1).map(({ period }) => period.end))
      expect(payments.at(-1)?.period).toEqual(period)
      expect(period.end).toEqual(new Date('2028-02-22T09:00:00Z'))
    })

    test('a period that began at a month’s end keeps its day where there is one', async () => {
      await tried.hand.advance(Date.parse('2027-01-31T09:00:00Z') - tried.now().getTime())
      const reference = await subscribed({ kind: 'plan', plan: small })
      const ends = [(await standing(reference)).period.end, (await renew(reference)).period.end]
      expect(ends).toEqual([new Date('2027-02-28T09:00:00Z'), new Date('2027-03-31T09:00:00Z')])
    })

    test('a yearly plan is paid for a year', async () => {
      const reference = await subscribed({ kind: 'plan', plan: yearly })
      expect((await renew(reference)).payments).toMatchObject([
        { amount: price(2700), period: { end: new Date('2027-11-22T09:00:00Z') } },
        { amount: price(2700), period: { end: new Date('2028-11-22T09:00:00Z') } },
      ])
    })

    test('a yearly plan that began on 29 February renews on the month’s last day, and in a leap year on the 29th', async () => {
      await tried.hand.advance(Date.parse('2028-02-29T09:00:00Z') - tried.now().getTime())
      const reference = await subscribed({ kind: 'plan', plan: yearly })
      const ends = [(await standing(reference)).period.end]
      for (let year = 0; year < 3; year += 1) ends.push((await renew(reference)).period.end)
      expect(ends.map((end) => end.toISOString().slice(0, 10))).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'])
    })

    test('a renewal that fails is past due until it is paid; then all is well', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      await tried.hand.refuseCharges(customer, true)
      const failed = await renew(reference)
      expect(failed.state).toBe('past_due')
      expect(failed.payments).toMatchObject([{ state: 'paid' }, { state: 'failed', paidAt: null, givenUp: false }])
      await tried.hand.refuseCharges(customer, false)
      await tried.hand.pay(failed.payments[1]?.receiptUrl ?? '')
      expect(await standing(reference)).toMatchObject({ state: 'active', payments: [{ state: 'paid' }, { state: 'paid' }] })
    })

    test('a renewal that nobody pays is given up, and still counts when it is paid late', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      await tried.hand.refuseCharges(customer, true)
      await renew(reference)
      await tried.hand.advance(20 * day)
      const over = await standing(reference)
      expect(over).toMatchObject({ state: 'ended', payments: [{ givenUp: false }, { state: 'failed', givenUp: true }] })
      expect(over.endedAt).not.toBeNull()
      await tried.hand.pay(over.payments[1]?.receiptUrl ?? '')
      const paid = await standing(reference)
      expect(paid).toMatchObject({ state: 'ended', payments: [{ state: 'paid' }, { state: 'paid', givenUp: false }] })
    })

    test('another plan counts from the next renewal, and charges nothing now', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      await tried.provider.changePlan(reference, large)
      await tried.provider.changePlan(reference, large)
      const before = await standing(reference)
      expect(before).toMatchObject({ plan: { id: 'month-120' }, payments: [{ amount: price(270), plan: { id: 'month-30' } }] })
      const after = await renew(reference)
      expect(after.payments[1]).toMatchObject({ amount: price(960), plan: { id: 'month-120', version: 1 }, state: 'paid' })
      await tried.provider.changePlan(reference, small)
      expect((await renew(reference)).payments[2]).toMatchObject({ amount: price(270), plan: { id: 'month-30' } })
    })

    test('a difference is charged once for a key, and is no period', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      const order = { key: named('upgrade-1'), amount: price(690), plan: large }
      const charged = await tried.provider.charge(reference, order)
      expect(charged.url).toBeNull()
      await tried.hand.advance(2 * day)
      expect(await tried.provider.charge(reference, order)).toEqual(charged)
      expect(await tried.provider.readPayment(charged.reference)).toMatchObject({ state: 'paid', amount: price(690) })
      expect((await standing(reference)).payments).toHaveLength(1)
      await tried.provider.refund(charged.reference, { amount: 690, key: named('refund-1') })
      expect((await tried.provider.readPayment(charged.reference)).refunded).toBe(690)
    })

    test('a difference that the bank refuses waits at an address', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      await tried.hand.refuseCharges(customer, true)
      const charged = await tried.provider.charge(reference, { key: named('upgrade-1'), amount: price(690), plan: large })
      expect(charged.url).toMatch(/^http/)
      expect((await tried.provider.readPayment(charged.reference)).state).not.toBe('paid')
      expect((await standing(reference)).state).toBe('active')
      await tried.hand.refuseCharges(customer, false)
      await tried.hand.pay(charged.url ?? '')
      expect((await tried.provider.readPayment(charged.reference)).state).toBe('paid')
    })

    test('a difference is found by its key; dropped, nobody can pay it, and one that was paid stays paid', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      const order = (key: string) => ({ key: named(key), amount: price(690), plan: large })
      expect(await tried.provider.findCharge(reference, named('upgrade-1'))).toBeNull()
      await tried.hand.refuseCharges(customer, true)
      const waits = await tried.provider.charge(reference, order('upgrade-1'))
      expect(await tried.provider.findCharge(reference, named('upgrade-1'))).toBe(waits.reference)
      for (let time = 0; time < 2; time++) await tried.provider.dropCharge(waits.reference)
      await tried.hand.refuseCharges(customer, false)
      await tried.hand.pay(waits.url ?? '').catch(() => {})
      expect((await tried.provider.readPayment(waits.reference)).state).toBe('failed')
      const paid = await tried.provider.charge(reference, order('upgrade-2'))
      await tried.provider.dropCharge(paid.reference)
      expect((await tried.provider.readPayment(paid.reference)).state).toBe('paid')
    })

    test('a cancelled plan runs to its period’s end; taken back, it goes on', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      await tried.provider.endWithPeriod(reference, true)
      expect(await standing(reference)).toMatchObject({ state: 'active', endsWithPeriod: true, endedAt: null })
      await tried.provider.endWithPeriod(reference, false)
      const going = await renew(reference)
      expect(going).toMatchObject({ state: 'active', endsWithPeriod: false })
      expect(going.payments).toHaveLength(2)
      await tried.provider.endWithPeriod(reference, true)
      const { period } = await standing(reference)
      const over = await renew(reference)
      expect(over).toMatchObject({ state: 'ended', endedAt: period.end, period })
      expect(over.payments).toHaveLength(2)
    })

    test('ended at once, nothing is charged any more', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      await tried.provider.endNow(reference)
      await tried.provider.endNow(reference)
      expect(await standing(reference)).toMatchObject({ state: 'ended', endedAt: tried.now() })
      await tried.hand.advance(40 * day)
      expect((await standing(reference)).payments).toHaveLength(1)
    })

    test('a dispute of a period is told with the period', async () => {
      const reference = await subscribed({ kind: 'plan', plan: small })
      const [payment] = (await standing(reference)).payments
      await tried.hand.dispute(payment?.reference ?? '')
      expect((await standing(reference)).payments).toMatchObject([{ state: 'paid', disputed: 270 }])
    })
  })

  describe('pay as you go', () => {
    test('agreeing costs nothing; use is billed when its period is over', async () => {
      const reference = await subscribed(metered)
      const { period, ...facts } = await standing(reference)
      expect(facts).toMatchObject({ kind: 'metered', state: 'active', plan: null, payments: [] })
      // Told in the hour after the period, before it is billed.
      await tried.hand.advance(period.end.getTime() - tried.now().getTime() + hour / 4)
      const use = { identifier: named('metered:1'), customer, credits: 12, at: new Date(period.end.getTime() - 1000) }
      await tried.provider.reportUse(use)
      await tried.hand.advance(2 * hour)
      expect((await standing(reference)).payments).toMatchObject([{ state: 'paid', amount: price(120), period, plan: null }])
    })

    test('the same use counts once', async () => {
      const reference = await subscribed(metered)
      const use = { identifier: named('metered:1'), customer, credits: 12, at: tried.now() }
      await tried.provider.reportUse(use)
      await tried.provider.reportUse(use)
      await tried.hand.advance(1000)
      await tried.provider.reportUse({ ...use, at: tried.now() })
      await tried.provider.reportUse({ ...use, identifier: named('metered:2'), credits: 3 })
      expect((await renew(reference)).payments).toMatchObject([{ amount: price(150) }])
    })

    test('what was told of use can be read when its name is long forgotten', async () => {
      await subscribed(metered)
      const at = tried.now()
      const start = new Date(at.getTime() - (at.getTime() % 60_000))
      const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
      await tried.provider.reportUse({ identifier: named('metered:1'), customer, credits: 12, at })
      await tried.hand.advance(2 * day)
      expect(await tried.provider.readUse(customer, { start, end: later(1) })).toBe(12)
      expect(await tried.provider.readUse(customer, { start: later(-9), end: later(9) })).toBe(12)
      expect(await tried.provider.readUse(customer, { start: later(1), end: later(9) })).toBe(0)
    })

    test('what was used is billed also where it ends with the period', async () => {
      const reference = await subscribed(metered)
      await tried.provider.endWithPeriod(reference, true)
      await tried.provider.reportUse({ identifier: named('metered:1'), customer, credits: 5, at: tried.now() })
      expect(await renew(reference)).toMatchObject({ state: 'ended', payments: [{ state: 'paid', amount: price(50) }] })
    })

    test('a bill that is not paid is past due', async () => {
      const reference = await subscribed(metered)
      await tried.provider.reportUse({ identifier: named('metered:1'), customer, credits: 5, at: tried.now() })
      await tried.hand.refuseCharges(customer, true)
      expect(await renew(reference)).toMatchObject({ state: 'past_due', payments: [{ state: 'failed', amount: price(50) }] })
    })
  })

  describe('events', () => {
    const followed = async () => {
      const all = await Promise.all((await tried.told()).map(({ subject }) => tried.provider.follow(subject)))
      return all.filter((one) => one !== null)
    }

    test('whatever happens to a pack leads to its checkout or its payment', async () => {
      const { reference, url } = await open(pack)
      await tried.hand.pay(url)
      const { payment } = await read(reference)
      await tried.hand.refund(payment ?? '', 100)
      await tried.hand.failRefund(payment ?? '')
      await tried.hand.dispute(payment ?? '')
      await tried.hand.settleDispute(payment ?? '', 'won')
      const told = await followed()
      expect(told).toContainEqual({ kind: 'checkout', reference })
      expect(told).toContainEqual({ kind: 'payment', reference: payment })
      for (const one of told) {
        expect([
          { kind: 'checkout', reference },
          { kind: 'payment', reference: payment },
        ]).toContainEqual(one)
      }
    })

    test('a card that is declined, and money on its way, lead to the checkout', async () => {
      const { reference, url } = await open(pack)
      await tried.hand.decline(url)
      expect(await followed()).toContainEqual({ kind: 'checkout', reference })
      await tried.hand.payLate(url)
      await tried.hand.settle(url, 'fails')
      for (const one of await followed()) expect(one).toEqual({ kind: 'checkout', reference })
    })

    test('whatever happens to a plan leads to its subscription; a difference is a payment by itself', async () => {
      const { reference: checkout, url } = await open({ kind: 'plan', plan: small })
      await tried.hand.pay(url)
      const reference = (await read(checkout)).subscription ?? ''
      const { reference: charge } = await tried.provider.charge(reference, { key: named('up'), amount: price(690), plan: large })
      const { payments } = await renew(reference)
      await tried.hand.refund(payments[1]?.reference ?? '', 100)
      const told = await followed()
      expect(told).toContainEqual({ kind: 'subscription', reference })
      expect(told).toContainEqual({ kind: 'payment', reference: charge })
      const ours = [
        { kind: 'checkout', reference: checkout },
        { kind: 'subscription', reference },
        { kind: 'payment', reference: charge },
      ]
      for (const one of told) expect(ours).toContainEqual(one)
    })

    test('what is nothing of ours leads nowhere', async () => {
      expect(await tried.provider.follow('nothing-of-ours')).toBeNull()
    })
  })

  test('a customer who is forgotten is there no more, also where that is asked twice', async () => {
    const reference = await subscribed({ kind: 'plan', plan: small })
    for (let time = 0; time < 2; time++) await tried.provider.forgetCustomer(customer)
    await expect(open(pack, named('checkout-2'))).rejects.toThrow(ProviderError)
    await expect(tried.provider.portal(customer, 'http://127.0.0.1:8787/back')).rejects.toThrow()
    const left = await tried.provider.readSubscription(reference).catch(() => null)
    expect(left?.state ?? 'ended').toBe('ended')
  })

  test('the portal is an address', async () => {
    expect(await tried.provider.portal(customer, 'http://127.0.0.1:8787/back')).toMatch(/^http/)
  })
})
