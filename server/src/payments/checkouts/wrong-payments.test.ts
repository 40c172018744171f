import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { databases } from '../../../../test/support/test-database.ts'
import { ProviderError } from '../provider.ts'

let buying: Buying
const rows = () => buying.app.database.db.write
const credits = async () => (await buying.client.wallet.balance.query()).credits
const waiting = () => rows().inboxEvent.findMany({ where: { outcome: null }, select: { lastError: true } })
const packs = () => rows().lot.count({ where: { kind: 'pack' } })
const eraseAccount = async () => {
  const { accountId } = await buying.client.account.me.query()
  await buying.client.account.delete.mutate({ accountId })
}
const later = async () => {
  buying.app.clock.advance({ ms: 5000 })
  await buying.app.app.inbox.runDue()
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
    await buying.open()
  })
  afterEach(() => buying.app.close())

  test.each([
    ['less than was asked for', { amount: 100, currency: 'EUR' }, '100 EUR were paid where 900 EUR were asked for'],
    ['another currency', { amount: 900, currency: 'HUF' }, '900 HUF were paid where 900 EUR were asked for'],
  ])('%s brings nothing, and the operator sees why', async (_what, amount, told) => {
    buying.hand.pay()
    buying.hand.payment(buying.hand.paymentOf(), { amount })
    await buying.applied()
    expect(await credits()).toBe(25)
    expect((await waiting())[0]?.lastError).toContain(told)
    expect(await rows().payment.findMany()).toMatchObject([{ state: 'paid', ...amount }])
    // Once it was sent back, nothing is left to look into.
    buying.hand.refund(buying.hand.paymentOf(), amount.amount)
    await buying.applied()
    await later()
    expect(await waiting()).toEqual([])
    expect(await rows().payment.findMany()).toMatchObject([{ refunded: amount.amount }])
    expect(await rows().checkout.findMany()).toMatchObject([{ state: 'cancelled' }])
    expect(await packs()).toBe(0)
  })

  test('one payment pays for one checkout, whoever else’s names it', async () => {
    buying.hand.pay()
    const payment = buying.hand.paymentOf()
    await buying.applied()
    const own = await buying.open()
    const { client } = await buying.app.guest()
    await client.packs.checkout.mutate({ packId: 'pack-600', intentId: randomUUID() })
    for (const [reference, checkout] of buying.books.checkouts) {
      if (checkout.payment === null) buying.books.checkouts.set(reference, { ...checkout, state: 'paid', payment })
      await buying.hand.deliver({ id: `named by ${reference}`, type: 'checkout.updated', subject: reference })
    }
    await buying.app.app.inbox.runDue()
    expect([await credits(), await packs()]).toEqual([125, 1])
    expect((await client.wallet.balance.query()).credits).toBe(25)
    expect(await rows().checkout.findUnique({ where: { id: own } })).toMatchObject({ state: 'open' })
    const told = (await waiting()).map(({ lastError }) => lastError)
    expect(told).toEqual([expect.stringContaining('is of another checkout'), expect.stringContaining('is of another checkout')])
  })

  test('money that comes for an account that was deleted goes back, and stays in the books', async () => {
    buying.hand.payLater()
    await buying.applied()
    await eraseAccount()
    buying.hand.settle(true)
    await buying.applied()
    expect(await packs()).toBe(0)
    expect(buying.books.payments.get(buying.hand.paymentOf())).toMatchObject({ refunded: 900 })
    expect(await rows().payment.findMany()).toMatchObject([{ state: 'paid', refunded: 900 }])
    expect(await rows().checkout.findMany()).toMatchObject([{ state: 'cancelled' }])
    await buying.hand.deliver({ id: 'once more', type: 'checkout.updated', subject: buying.hand.newest() })
    await buying.applied()
    expect(buying.books.payments.get(buying.hand.paymentOf())).toMatchObject({ refunded: 900 })
    expect(await waiting()).toEqual([])
  })

  test('where it cannot go back now it waits where the operator sees it, and goes back later', async () => {
    buying.hand.payLater()
    await buying.applied()
    await eraseAccount()
    buying.hand.settle(true)
    buying.books.beforeCall = (call) => {
      if (call.startsWith('refund')) throw new ProviderError('no refunds today', { passing: true })
    }
    await buying.applied()
    expect((await waiting())[0]?.lastError).toContain('no refunds today')
    buying.books.beforeCall = () => {}
    await later()
    expect(await waiting()).toEqual([])
    expect(buying.books.payments.get(buying.hand.paymentOf())).toMatchObject({ refunded: 900 })
  })

  test('a pack that was paid, and whose account was deleted since, stays paid', async () => {
    buying.hand.pay()
    await buying.applied()
    await eraseAccount()
    await buying.hand.deliver({ id: 'once more', type: 'checkout.updated', subject: buying.hand.newest() })
    await buying.applied()
    expect(buying.books.payments.get(buying.hand.paymentOf())).toMatchObject({ refunded: 0 })
    expect(await packs()).toBe(1)
  })

  test('a plan’s first money that comes after its account was deleted goes back', async () => {
    await buying.client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
    buying.hand.pay()
    const [subscription = ''] = buying.books.subscriptions.keys()
    const [payment = ''] = [...buying.books.payments].flatMap(([id, { period }]) => (period === null ? [] : [id]))
    buying.hand.payment(payment, { state: 'pending', paidAt: null })
    buying.hand.subscription(subscription, { state: 'incomplete' })
    await buying.applied()
    await eraseAccount()
    buying.hand.payPeriod(payment)
    await buying.applied()
    expect(buying.books.payments.get(payment)).toMatchObject({ refunded: 270 })
    expect(buying.books.subscriptions.get(subscription)).toMatchObject({ state: 'ended' })
    expect(await rows().payment.findMany({ where: { reference: payment } })).toMatchObject([{ state: 'paid', refunded: 270 }])
  })

  test('a renewal that is charged before the plan of a deleted account could be ended goes back; what came before stays', async () => {
    const subscription = await buying.subscribe('month-30')
    buying.books.beforeCall = () => {
      throw new ProviderError('away', { passing: true })
    }
    await eraseAccount()
    buying.app.clock.advance({ days: 31 })
    const renewal = buying.hand.renew(subscription)
    buying.books.beforeCall = () => {}
    await buying.applied()
    await buying.settle()
    expect(buying.books.subscriptions.get(subscription)).toMatchObject({ state: 'ended' })
    const periods = [...buying.books.payments].filter(([, payment]) => payment.subscription === subscription)
    expect(periods.map(([id, { refunded }]) => [id === renewal, refunded])).toEqual([
      [false, 0],
      [true, 270],
    ])
    expect(await rows().lot.aggregate({ where: { kind: 'plan' }, _sum: { available: true } })).toEqual({ _sum: { available: 0 } })
  })

  test('an event only says what to look at: whose that is gets what comes of it', async () => {
    buying.hand.pay()
    const { client } = await buying.app.guest()
    await client.packs.checkout.mutate({ packId: 'pack-600', intentId: randomUUID() })
    const [paid = ''] = buying.books.checkouts.keys()
    await buying.hand.deliver({ id: 'forged', type: 'checkout.paid', subject: buying.hand.newest() })
    await buying.hand.deliver({ id: 'true', type: 'anything', subject: paid })
    await buying.app.app.inbox.runDue()
    expect([await credits(), (await client.wallet.balance.query()).credits]).toEqual([125, 25])
  })

  test('an old event that comes again after it was forgotten changes nothing', async () => {
    buying.hand.pay()
    buying.hand.refund(buying.hand.paymentOf(), 450)
    await buying.applied()
    buying.app.clock.advance({ days: 91 })
    await buying.app.app.sweeper.runDue()
    expect(await rows().inboxEvent.count()).toBe(0)
    const books = async () => JSON.stringify([await rows().entry.findMany(), await rows().paidLot.findMany()])
    const before = await books()
    for (const event of buying.books.events) await buying.hand.deliver(event)
    await buying.app.app.inbox.runDue()
    expect(await rows().inboxEvent.count({ where: { outcome: 'applied' } })).toBe(buying.books.events.length)
    expect(await books()).toBe(before)
  })
})
