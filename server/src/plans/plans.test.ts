import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { refusalOf } from '../../../test/support/caller.ts'
import { found, periodOf } from '../../../test/support/memory-provider.ts'
import { request } from '../../../test/support/requests.ts'
import { databases } from '../../../test/support/test-database.ts'
import { ProviderError } from '../payments/provider.ts'
import type { DbProvider } from '../platform/db.ts'

let app: Buying['app']
let books: Buying['books']
let hand: Buying['hand']
let client: Buying['client']
let settle: Buying['settle']
let subscribe: Buying['subscribe']
let goTo: Buying['goTo']

function startBeforeEach(database: DbProvider, begin = '2027-01-31T10:00:00.000Z'): void {
  beforeEach(async () => {
    ;({ app, books, hand, client, settle, subscribe, goTo } = await startBuying(database, { trialCredits: 1, begin }))
  })
  afterEach(() => app.close())
}

const paymentsOf = (subscription: string) =>
  [...books.payments.values()].filter((payment) => payment.subscription === subscription).map(({ reference }) => reference)
const current = async () => (await client.plans.list.query()).current
const credits = async () => (await client.wallet.balance.query()).credits
const planLots = async () => (await client.wallet.lots.query()).filter(({ kind }) => kind === 'plan')

describe.each(databases)('a plan on %s', (database) => {
  startBeforeEach(database)

  test('brings its credits in each of fourteen months from 31 January, and each ends with its month', async () => {
    const plan = await subscribe('month-120')
    expect(await current()).toMatchObject({
      state: 'active',
      left: 120,
      cycle: { start: '2027-01-31T10:00:00.000Z', end: '2027-02-28T10:00:00.000Z' },
    })
    const starts: string[] = []
    for (let month = 1; month < 14; month++) {
      const { end } = books.subscriptionFacts(plan).period
      goTo(end.toISOString())
      starts.push(end.toISOString().slice(0, 10))
      hand.renew(plan)
      await settle()
      expect(await planLots()).toMatchObject([{ granted: 120, available: 120, effectiveAt: end.toISOString() }])
    }
    expect(starts.slice(0, 5)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30'])
    expect(starts.slice(-2)).toEqual(['2028-01-31', '2028-02-29'])
    expect(await app.database.db.read.payment.count({ where: { kind: 'plan', state: 'paid' } })).toBe(14)
  })

  test('brings nothing before its first payment', async () => {
    await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
    await settle()
    expect([await current(), await credits()]).toEqual([null, 1])
  })

  test('a renewal that fails has its days of grace, then its credits go, and paid late they come back', async () => {
    const plan = await subscribe('month-120')
    goTo('2027-02-28T10:00:00.000Z')
    const payment = hand.renew(plan, { paid: false })
    await settle()
    expect(await current()).toMatchObject({ state: 'past_due', left: 120, graceUntil: '2027-03-07T10:00:00.000Z' })
    // Cancelled meanwhile it says so beside what is open, and kept it does not.
    expect((await client.plans.cancel.mutate()).current).toMatchObject({ state: 'past_due', ends: true })
    expect((await client.plans.resume.mutate()).current).toMatchObject({ state: 'past_due', ends: false })
    goTo('2027-03-07T10:00:00.000Z')
    await settle()
    expect(await current()).toMatchObject({ state: 'unpaid', left: 0, graceUntil: null })
    const [taken] = (await client.wallet.history.query({})).entries
    expect(taken).toMatchObject({ from: 'available', to: 'clawedBack', credits: 120, purpose: 'unpaid' })
    const { text } = await client.wallet.export.query({ format: 'csv' })
    expect(text.trim().split('\r\n').at(-1)).toMatch(/,available,clawedBack,120,plan,.*,unpaid,/)
    goTo('2027-03-10T10:00:00.000Z')
    hand.payPeriod(payment)
    await settle()
    expect(await current()).toMatchObject({ state: 'active', left: 120 })
  })

  test('a renewal that is given up takes its credits at once', async () => {
    const plan = await subscribe('month-120')
    goTo('2027-02-28T10:00:00.000Z')
    const payment = hand.renew(plan, { paid: false })
    hand.giveUp(payment)
    await settle()
    expect([(await current())?.state, await planLots()]).toEqual(['unpaid', []])
    // Cancelled, it ends at once, and another can be agreed to.
    expect((await client.plans.cancel.mutate()).current).toBeNull()
    await subscribe('month-30')
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30 })
  })

  test('an upgrade charges and grants the difference once, and its refund takes just that back', async () => {
    const plan = await subscribe('month-30')
    const preview = await client.plans.preview.query({ planId: 'month-120' })
    expect(preview).toMatchObject({ when: 'now', charge: { amount: 690, currency: 'EUR' }, credits: 90 })
    const request = { planId: 'month-120', intentId: randomUUID(), maxCharge: 690 }
    expect(await client.plans.change.mutate(request)).toMatchObject({ when: 'now', credits: 90, url: null })
    await client.plans.change.mutate(request)
    await settle()
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, left: 120, next: null })
    expect(books.subscriptionFacts(plan).plan).toMatchObject({ id: 'month-120' })
    expect(paymentsOf(plan)).toHaveLength(2)

    hand.refund(paymentsOf(plan)[1] ?? '', 690)
    await settle()
    expect(await current()).toMatchObject({ left: 30 })
  })

  test('an upgrade above the price that was seen is refused', async () => {
    await subscribe('month-30')
    const change = client.plans.change.mutate({ planId: 'month-120', intentId: randomUUID(), maxCharge: 689 })
    expect(await refusalOf(change)).toMatchObject({ code: 'PRICE_CHANGED' })
  })

  test('a smaller plan counts from the next payment, and going back takes that back', async () => {
    const plan = await subscribe('month-120')
    const change = (planId: string) => client.plans.change.mutate({ planId, intentId: randomUUID(), maxCharge: 0 })
    expect(await change('month-30')).toMatchObject({ when: 'at-end', at: '2027-02-28T10:00:00.000Z', charge: { amount: 0 } })
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, left: 120, next: { id: 'month-30' } })
    await change('month-120')
    expect([(await current())?.next, books.subscriptionFacts(plan).plan?.id]).toEqual([null, 'month-120'])
    await change('month-30')
    goTo('2027-02-28T10:00:00.000Z')
    hand.renew(plan)
    await settle()
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30, next: null })
    expect(await refusalOf(change('year-30'))).toMatchObject({ code: 'BAD_REQUEST', details: { field: 'planId' } })
  })

  test('cancelled it is good until its end, can be resumed until then, and after it brings nothing more', async () => {
    const plan = await subscribe('month-120')
    expect((await client.plans.cancel.mutate()).current?.state).toBe('ending')
    expect((await client.plans.resume.mutate()).current?.state).toBe('active')
    await client.plans.cancel.mutate()
    goTo('2027-02-28T10:00:00.000Z')
    hand.end(plan)
    await settle()
    expect([await current(), await planLots()]).toEqual([null, []])
    await subscribe('month-30')
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30 })
  })

  test('a year brings twelve months, and a partial refund takes the same share of those that came and of those to come', async () => {
    const plan = await subscribe('year-120')
    goTo('2027-02-28T10:00:00.000Z')
    await settle()
    expect(await planLots()).toMatchObject([{ available: 120, expiresAt: '2027-03-31T10:00:00.000Z' }])
    hand.refund(paymentsOf(plan)[0] ?? '', 2400)
    await settle()
    expect(await current()).toMatchObject({ left: 90, paidUntil: '2028-01-31T10:00:00.000Z' })
    goTo('2027-03-31T10:00:00.000Z')
    await settle()
    expect(await current()).toMatchObject({ left: 90 })
    goTo('2028-01-30T10:00:00.000Z')
    await settle()
    expect(await app.database.db.read.lot.count({ where: { kind: 'plan' } })).toBe(12)
  })

  test('a larger yearly plan is charged for the months that are left, and later months are of the larger', async () => {
    await subscribe('year-30')
    goTo('2027-04-30T10:00:00.000Z')
    await settle()
    const { charge } = await client.plans.preview.query({ planId: 'year-120' })
    expect(charge.amount).toBe(Math.floor(((9600 - 2700) * 9) / 12))
    await client.plans.change.mutate({ planId: 'year-120', intentId: randomUUID(), maxCharge: charge.amount })
    expect(await current()).toMatchObject({ left: 120, plan: { id: 'year-120' } })
    goTo('2027-05-31T10:00:00.000Z')
    await settle()
    expect(await current()).toMatchObject({ left: 120 })
  })

  test('a cycle that began before its payment was made is that payment’s all the same, also where that is given up unheard', async () => {
    const plan = await subscribe('month-30')
    goTo('2027-02-28T10:00:01.000Z')
    // The provider begins the period, and makes its payment later.
    hand.subscription(plan, { period: periodOf(found(books.subscriptions, plan), 1), periods: 2 })
    await settle()
    expect(await current()).toMatchObject({ left: 30 })
    hand.subscription(plan, { periods: 1 })
    hand.giveUp(hand.renew(plan, { paid: false }))
    await settle()
    expect(await planLots()).toEqual([])
    expect(await credits()).toBe(0)
  })

  test('of two that were paid beside each other the newer ends, and its money goes back', async () => {
    await client.plans.subscribe.mutate({ planId: 'month-120', intentId: randomUUID() })
    const first = hand.newest()
    await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
    const second = hand.newest()
    hand.pay(second)
    app.clock.advance({ ms: 5000 })
    hand.pay(first)
    await settle()
    // What several read at once is left to the next sweep.
    app.clock.advance({ ms: 60_000 })
    await settle()
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30 })
    const later = [...books.payments.values()].at(-1)
    expect(later).toMatchObject({ amount: { amount: 960 }, refunded: 960 })
    expect(await credits()).toBe(31)
  })

  test('one of a provider that is not used any more stands in nobody’s way', async () => {
    const old = await subscribe('month-120')
    const before = { provider: 'stripe', reference: 'sub_before' }
    await app.database.db.write.subscription.update({
      where: { provider_reference: { provider: 'test-checkout', reference: old } },
      data: before,
    })
    books.subscriptions.delete(old)
    expect(await current()).toBeNull()
    const plan = await subscribe('month-30')
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, state: 'active', left: 30 })
    expect(books.subscriptionFacts(plan).state).toBe('active')
  })

  test('a second one is refused, and a checkout left open is closed', async () => {
    await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
    const left = hand.newest()
    app.clock.advance({ ms: 1000 })
    await subscribe('month-120')
    expect(books.checkouts.get(left)?.state).toBe('closed')
    const again = client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
    expect(await refusalOf(again)).toMatchObject({ code: 'ALREADY_SUBSCRIBED' })
  })

  test('a provider that is away at the boundary keeps nobody else waiting, and the credits come when it is back', async () => {
    const plan = await subscribe('month-120')
    const other = (await app.guest()).client
    await other.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
    hand.pay()
    await settle()
    goTo('2027-02-28T10:00:00.000Z')
    for (const reference of books.subscriptions.keys()) hand.renew(reference)
    books.beforeCall = (call) => {
      if (call === `readSubscription ${plan}`) throw new ProviderError('away', { passing: true })
    }
    await app.app.sweeper.runDue()
    expect([(await planLots()).length, (await other.plans.list.query()).current?.left]).toEqual([0, 30])
    books.beforeCall = () => {}
    app.clock.advance({ ms: 61_000 })
    await app.app.sweeper.runDue()
    expect(await current()).toMatchObject({ left: 120 })
  })

  test('deleting the account ends it at once, or as soon as the provider can be reached', async () => {
    const plan = await subscribe('month-120')
    const { accountId } = await client.account.me.query()
    books.beforeCall = () => {
      throw new ProviderError('away', { passing: true })
    }
    await client.account.delete.mutate({ accountId })
    expect(books.subscriptionFacts(plan).state).toBe('active')
    books.beforeCall = () => {}
    app.clock.advance({ ms: 61_000 })
    await app.app.sweeper.runDue()
    expect(books.subscriptionFacts(plan).state).toBe('ended')
  })

  test('who has too few credits is told when the plan brings more, as long as it goes on', async () => {
    await subscribe('month-30')
    const refused = () => refusalOf(client.generations.request.mutate(request(8, { size: 4096, maxCredits: 99 })))
    expect((await refused()).details).toMatchObject({ shortfall: 1, renewal: '2027-02-28T10:00:00.000Z', draft: true })
    // The price that is shown before says the same.
    const quoted = async () =>
      (await client.pricing.quote.query({ operation: 'generate', count: 8, size: 4096 })).refusal?.details
    expect(await quoted()).toMatchObject({
      shortfall: 1,
      offers: expect.arrayContaining(['pack-100']),
      renewal: '2027-02-28T10:00:00.000Z',
    })
    await client.plans.cancel.mutate()
    expect((await refused()).details.renewal).toBeUndefined()
    expect((await quoted())?.renewal).toBeUndefined()
  })
})
