import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { monthlyPlan, openTestBank, packOf100, payAsYouGo, type TestBank } from '../../../../../test/support/test-bank.ts'
import { databases } from '../../../../../test/support/test-database.ts'
import { ProviderError } from '../../provider.ts'

let bank: TestBank
const subjects = () => bank.told.map(({ type, subject }) => `${type} ${subject.split('_')[0]}`)
const days = (dates: (Date | null)[]) => dates.map((date) => date?.toISOString().slice(0, 10))

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    bank = await openTestBank(database, '2026-01-31T09:00:00.000Z')
  })
  afterEach(() => bank.close())

  test('the same account is the same customer, and the same key the same place', async () => {
    const { provider, customer } = bank
    const order = { key: 'k', accountId: 'a', customer, thing: packOf100, returnUrl: 'http://127.0.0.1/' }
    const places = await Promise.all(Array.from({ length: 5 }, () => provider.openCheckout(order)))
    expect(new Set(places.map(({ reference, url }) => `${reference} ${url}`)).size).toBe(1)
    const customers = await Promise.all(Array.from({ length: 5 }, () => provider.customer({ accountId: 'b', email: null })))
    expect(new Set(customers).size).toBe(1)
  })

  test('a reference leads to no address: who reads it in a log can pay nothing', async () => {
    const { provider, customer } = bank
    const { reference, url } = await provider.openCheckout({
      key: 'k',
      accountId: 'a',
      customer,
      thing: packOf100,
      returnUrl: 'http://x/',
    })
    expect(url).not.toContain(reference.replace(/^tco_/, ''))
    expect(await provider.portal(customer, 'http://x/')).not.toContain(customer.replace(/^tcus_/, ''))
  })

  test('of many who pay and cancel at once, one comes first, and its event tells so once', async () => {
    const { provider } = bank
    const checkout = await bank.open(packOf100)
    const pressed = ['succeed', 'cancel', 'succeed', 'later', 'cancel', 'succeed'] as const
    const won = await Promise.all(pressed.map((outcome) => provider.hand.decide(checkout, outcome)))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(bank.told).toHaveLength(1)
    expect(['paid', 'closed', 'pending']).toContain((await provider.readCheckout(checkout)).state)
  })

  test('who closed a checkout first leaves nothing to pay; one that was paid stays paid', async () => {
    const { provider } = bank
    const closed = await bank.open(packOf100)
    await provider.closeCheckout(closed)
    expect(await provider.hand.decide(closed, 'succeed')).toBe(false)
    expect(await provider.readCheckout(closed)).toMatchObject({ state: 'closed', payment: null })
    const paid = await bank.open(packOf100)
    await provider.hand.decide(paid, 'succeed')
    await provider.closeCheckout(paid)
    expect(await provider.readCheckout(paid)).toMatchObject({ state: 'paid' })
  })

  test('a payment that takes a minute arrives by itself, when that has passed', async () => {
    const { provider, clock } = bank
    const checkout = await bank.open(packOf100)
    await provider.hand.decide(checkout, 'later')
    const { payment } = await provider.readCheckout(checkout)
    expect(await provider.readPayment(payment ?? '')).toMatchObject({ state: 'pending', paidAt: null })
    clock.advance({ ms: 59_999 })
    expect(await provider.sweep()).toBe(0)
    expect(await provider.readCheckout(checkout)).toMatchObject({ state: 'pending' })
    clock.advance({ ms: 1 })
    await provider.sweep()
    expect(await provider.readCheckout(checkout)).toMatchObject({ state: 'paid' })
    expect(subjects()).toEqual(['checkout.agreed tco', 'checkout.agreed tco'])
  })

  test('a card that was declined may pay after all', async () => {
    const { provider } = bank
    const checkout = await bank.open(packOf100)
    await provider.hand.decide(checkout, 'decline')
    expect(await provider.readCheckout(checkout)).toMatchObject({ state: 'declined', payment: null })
    await provider.hand.decide(checkout, 'succeed')
    expect(await provider.readCheckout(checkout)).toMatchObject({ state: 'paid' })
  })

  test('money that never arrives leaves a checkout that is over', async () => {
    const { provider } = bank
    const checkout = await bank.open(packOf100)
    await provider.hand.decide(checkout, 'later')
    await provider.hand.settle(checkout, false)
    const { state, payment } = await provider.readCheckout(checkout)
    expect([state, (await provider.readPayment(payment ?? '')).state]).toEqual(['failed', 'failed'])
    expect(await provider.hand.decide(checkout, 'succeed')).toBe(false)
    expect(await provider.readCheckout(checkout)).toMatchObject({ state: 'failed' })
  })

  test('a plan renews by itself on its anchor’s day, or a short month’s last, however long nobody looked', async () => {
    const { provider, clock } = bank
    const plan = await bank.subscribe(monthlyPlan)
    clock.advance({ days: 130 })
    const { state, period, payments } = await provider.readSubscription(plan)
    expect(state).toBe('active')
    expect(days([period.start, period.end])).toEqual(['2026-05-31', '2026-06-30'])
    expect(days(payments.map(({ period: { start } }) => start))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
    expect(days(payments.map(({ paidAt }) => paidAt))).toEqual(days(payments.map(({ period: { start } }) => start)))
    expect(payments.every(({ state: paid, amount }) => paid === 'paid' && amount.amount === 960)).toBe(true)
  })

  test('a renewal that fails is tried again for two weeks and may be paid by hand; given up, it ends the plan', async () => {
    const { provider, clock } = bank
    const reference = await bank.subscribe(monthlyPlan)
    await provider.hand.setRenewals(reference, 'fail')
    clock.advance({ days: 28 })
    const failed = await provider.readSubscription(reference)
    expect([failed.state, failed.payments[1]?.state, failed.payments[1]?.givenUp]).toEqual(['past_due', 'failed', false])
    clock.advance({ days: 13 })
    expect((await provider.readSubscription(reference)).state).toBe('past_due')
    await provider.hand.pay(failed.payments[1]?.reference ?? '')
    expect((await provider.readSubscription(reference)).state).toBe('active')
    clock.advance({ days: 31 })
    expect((await provider.readSubscription(reference)).state).toBe('past_due')
    clock.advance({ days: 14 })
    const over = await provider.readSubscription(reference)
    expect([over.state, over.payments[2]?.givenUp, ...days([over.endedAt])]).toEqual(['ended', true, '2026-04-14'])
    await provider.hand.pay(over.payments[2]?.reference ?? '')
    expect((await provider.readSubscription(reference)).payments[2]).toMatchObject({ state: 'paid', givenUp: false })
  })

  test('a bill of pay-as-you-go that fails for good is unpaid until somebody pays it', async () => {
    const { provider, clock, customer } = bank
    const reference = await bank.subscribe(payAsYouGo)
    await provider.reportUse({ identifier: 'u', customer, credits: 5, at: clock.now() })
    await provider.hand.setRenewals(reference, 'give_up')
    clock.advance({ days: 40 })
    const { state, payments } = await provider.readSubscription(reference)
    expect([state, payments[0]?.givenUp]).toEqual(['unpaid', true])
    await provider.hand.pay(payments[0]?.reference ?? '')
    expect((await provider.readSubscription(reference)).state).toBe('active')
  })

  test('another plan counts from the next renewal on', async () => {
    const { provider, clock } = bank
    const reference = await bank.subscribe(monthlyPlan)
    const larger = {
      id: 'month-400',
      version: 2,
      credits: 400,
      price: { amount: 2800, currency: 'EUR' },
      interval: 'month' as const,
    }
    await provider.changePlan(reference, larger)
    expect((await provider.readSubscription(reference)).payments.map(({ plan }) => plan?.id)).toEqual(['month-120'])
    clock.advance({ days: 28 })
    const { plan, payments } = await provider.readSubscription(reference)
    expect(plan).toEqual({ id: 'month-400', version: 2 })
    expect(payments.map((payment) => [payment.plan?.id, payment.amount.amount])).toEqual([
      ['month-120', 960],
      ['month-400', 2800],
    ])
  })

  test('a charge is made once by its key; one that is declined has a place to pay it', async () => {
    const { provider } = bank
    const reference = await bank.subscribe(monthlyPlan)
    const order = { key: 'up', amount: { amount: 500, currency: 'EUR' }, plan: monthlyPlan.plan }
    const charges = await Promise.all(Array.from({ length: 3 }, () => provider.charge(reference, order)))
    expect(new Set(charges.map((made) => made.reference)).size).toBe(1)
    expect(charges[0]?.url).toBeNull()
    await provider.hand.declineCharges(reference, true)
    const declined = await provider.charge(reference, { ...order, key: 'again' })
    expect(declined.url).toContain('/checkout/manage/')
    expect(await provider.readPayment(declined.reference)).toMatchObject({ state: 'failed' })
    await provider.hand.pay(declined.reference)
    expect(await provider.readPayment(declined.reference)).toMatchObject({ state: 'paid' })
    expect(await provider.follow(declined.reference)).toEqual({ kind: 'payment', reference: declined.reference })
  })

  test('cancelled, it ends with the period that is paid; resumed before, it goes on; ended at once, nothing is charged', async () => {
    const { provider, clock } = bank
    const [cancelled, resumed, ended] = [
      await bank.subscribe(monthlyPlan),
      await bank.subscribe(monthlyPlan),
      await bank.subscribe(monthlyPlan),
    ]
    await provider.endWithPeriod(cancelled, true)
    await provider.endWithPeriod(resumed, true)
    await provider.endWithPeriod(resumed, false)
    await provider.endNow(ended)
    clock.advance({ days: 40 })
    const read = await Promise.all([cancelled, resumed, ended].map((reference) => provider.readSubscription(reference)))
    expect(read.map(({ state, payments }) => [state, payments.length])).toEqual([
      ['ended', 1],
      ['active', 2],
      ['ended', 1],
    ])
    expect(days(read.map(({ endedAt }) => endedAt))).toEqual(['2026-02-28', undefined, '2026-01-31'])
  })

  test('use of pay-as-you-go is billed an hour after its period, once, and what came too late with the next one', async () => {
    const { provider, clock, customer } = bank
    const reference = await bank.subscribe(payAsYouGo)
    expect(await provider.readSubscription(reference)).toMatchObject({ kind: 'metered', state: 'active', payments: [] })
    const use = { identifier: 'first', customer, credits: 12, at: new Date('2026-02-28T08:59:59.000Z') }
    clock.advance({ days: 28 })
    await provider.reportUse(use)
    await provider.reportUse(use)
    expect((await provider.readSubscription(reference)).payments).toEqual([])
    clock.advance({ ms: 3_600_000 })
    const { payments } = await provider.readSubscription(reference)
    expect(payments).toMatchObject([{ state: 'paid', amount: { amount: 120, currency: 'EUR' }, plan: null }])
    expect(days([payments[0]?.period.start ?? null, payments[0]?.period.end ?? null])).toEqual(['2026-01-31', '2026-02-28'])
    await provider.reportUse({ ...use, identifier: 'late', credits: 3 })
    clock.advance({ days: 32 })
    expect((await provider.readSubscription(reference)).payments.map(({ amount }) => amount.amount)).toEqual([120, 30])
  })

  test('refunds and disputes add up, go back once by their key, and never go above what was paid', async () => {
    const { provider } = bank
    const checkout = await bank.open(packOf100)
    await provider.hand.decide(checkout, 'succeed')
    const payment = (await provider.readCheckout(checkout)).payment ?? ''
    await Promise.all([1, 2, 3].map(() => provider.refund(payment, { amount: 300, key: 'r' })))
    expect(await provider.readPayment(payment)).toMatchObject({ refunded: 300, disputed: 0 })
    await expect(provider.refund(payment, { amount: 601, key: 'too much' })).rejects.toBeInstanceOf(ProviderError)
    await provider.hand.dispute(payment)
    expect(await provider.readPayment(payment)).toMatchObject({ refunded: 300, disputed: 600 })
    await provider.hand.closeDispute(payment, 'won')
    await provider.hand.failRefund(payment)
    expect(await provider.readPayment(payment)).toMatchObject({ refunded: 0, disputed: 0 })
    await provider.hand.dispute(payment)
    await provider.hand.closeDispute(payment, 'lost')
    expect(await provider.readPayment(payment)).toMatchObject({ disputed: 900, state: 'paid' })
  })

  test('an event is forgotten three months after it was taken; one that nobody took is kept', async () => {
    const { provider, clock, deaf, db } = bank
    const [told, untold] = [await bank.open(packOf100), await bank.open(packOf100)]
    await provider.hand.decide(told, 'succeed')
    deaf.now = true
    await provider.hand.decide(untold, 'succeed')
    const kept = async () => (await db.read.testEvent.findMany({ orderBy: { id: 'asc' } })).map(({ subject }) => subject)
    clock.advance({ days: 89 })
    await provider.sweep()
    expect((await kept()).sort()).toEqual([told, untold].sort())
    clock.advance({ days: 2 })
    await provider.sweep()
    expect(await kept()).toEqual([untold])
  })

  test('an event that nobody took is sent again until it is', async () => {
    const { provider, deaf } = bank
    deaf.now = true
    const checkout = await bank.open(packOf100)
    await provider.hand.decide(checkout, 'succeed')
    await provider.sweep()
    expect(bank.told).toEqual([])
    deaf.now = false
    await provider.sweep()
    await provider.sweep()
    expect(bank.told.map(({ type, subject }) => [type, subject])).toEqual([['checkout.agreed', checkout]])
    expect(await provider.follow(checkout)).toEqual({ kind: 'checkout', reference: checkout })
    expect(await provider.follow('somebody else’s')).toBeNull()
  })
})
