import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { databases } from '../../../test/support/test-database.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet } from '../wallet/wallet.ts'

let buying: Buying
const day = 86_400_000

async function sweep(ms: number): Promise<void> {
  buying.app.clock.advance({ ms })
  await buying.applied()
  await buying.app.app.sweeper.runDue()
}

async function subscribe(planId: string): Promise<string> {
  await buying.client.plans.subscribe.mutate({ planId, intentId: randomUUID() })
  return agree()
}

async function enable(cap: number): Promise<string> {
  await buying.client.metered.enable.mutate({ intentId: randomUUID(), cap })
  return agree()
}

async function agree(): Promise<string> {
  buying.hand.pay()
  await buying.applied()
  return [...buying.books.subscriptions.keys()].at(-1) ?? ''
}

/** From here on the subscription is one of a payment service that the operator has replaced, or the other way round. */
async function move(reference: string, from: string, to: string): Promise<void> {
  const { db } = buying.app.database
  await db.write.subscription.updateMany({ where: { provider: from, reference }, data: { provider: to } })
  await db.write.payment.updateMany({ where: { provider: from }, data: { provider: to } })
}

/** Spends credits as an image that is delivered does; the trial's 25 first. */
async function use(credits: number): Promise<void> {
  const { accountId } = await buying.client.account.me.query()
  const { db } = buying.app.database
  const journal = createJournal({ db, clock: buying.app.clock, log: createLog('silent'), onCommitted: () => {} })
  const wallet = createWallet({ db, clock: buying.app.clock, journal })
  const [holdId, key] = [randomUUID(), randomUUID()]
  await wallet.hold({ accountId, key, holdId, memberId: accountId, credits, purpose: 'generate', reference: key, payload: key })
  await wallet.capture({ accountId, key: `capture:${key}`, holdId, credits })
}

const list = () => buying.client.plans.list.query()
const cap = async () => (await buying.client.wallet.balance.query()).metered

describe.each(databases)('where the operator has gone over to another payment service, on %s,', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
  })
  afterEach(() => buying.app.close())

  test('pay-as-you-go of the old one is spent no more, and what was used of it is billed by nobody', async () => {
    const old = await enable(50)
    await use(25 + 5)
    await move(old, 'test-checkout', 'stripe')
    await sweep(60_000)
    await expect(use(1)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
    expect((await list()).metered?.standing).toMatchObject({ state: 'off', cap: 0 })
    // It can be agreed to with the new one, which has a cap of its own and bills no more than that.
    const own = await enable(10)
    expect(await cap()).toMatchObject({ used: 0, cap: 10 })
    await use(3)
    const { period } = buying.books.subscriptionFacts(own)
    buying.app.clock.advance({ ms: period.end.getTime() - buying.app.clock.now().getTime() })
    buying.hand.subscription(own, { period: { start: period.end, end: new Date(period.end.getTime() + 30 * day) } })
    await sweep(0)
    expect(buying.books.uses).toMatchObject([{ credits: 3 }])
    expect(await buying.app.database.db.read.payment.findMany({ where: { kind: 'metered' } })).toMatchObject([{ credits: 3 }])
  })

  test('and where the old one is used again, its cap is back', async () => {
    const old = await enable(50)
    await move(old, 'test-checkout', 'stripe')
    await sweep(60_000)
    await move(old, 'stripe', 'test-checkout')
    await sweep(60_000)
    expect(await cap()).toMatchObject({ used: 0, cap: 50 })
    await use(25 + 1)
  })

  test.each([
    ['within the week, what was used in a cycle that ended meanwhile is billed', 2, [{ credits: 5 }]],
    ['later, nobody bills it any more', 9, []],
  ])('and where the old one is used again %s', async (_what, days, told) => {
    const old = await enable(50)
    await use(25 + 5)
    await move(old, 'test-checkout', 'stripe')
    await sweep(60_000)
    const { period } = buying.books.subscriptionFacts(old)
    await sweep(period.end.getTime() - buying.app.clock.now().getTime() + days * day)
    await move(old, 'stripe', 'test-checkout')
    buying.hand.subscription(old, { period: { start: period.end, end: new Date(period.end.getTime() + 30 * day) } })
    await sweep(60_000)
    await sweep(60_000)
    expect(buying.books.uses).toMatchObject(told)
  })

  test('of a year’s plan the months that are paid for come, and the designer is told that it is not renewed here', async () => {
    const old = await subscribe('year-120')
    const { period } = buying.books.subscriptionFacts(old)
    await move(old, 'test-checkout', 'stripe')
    buying.books.subscriptions.delete(old)
    expect(await list()).toMatchObject({
      current: null,
      former: { plan: { id: 'year-120' }, paidUntil: period.end.toISOString() },
    })
    for (let month = 1; month <= 11; month++) {
      await sweep(Date.parse('2026-11-22T09:00:00Z') + month * 30.5 * day - buying.app.clock.now().getTime())
      const plan = (await buying.client.wallet.lots.query()).filter(({ kind }) => kind === 'plan')
      expect(plan.map(({ available }) => available)).toEqual([120])
    }
    await sweep(period.end.getTime() - buying.app.clock.now().getTime())
    expect((await buying.client.wallet.lots.query()).filter(({ kind }) => kind === 'plan')).toEqual([])
    expect((await list()).former).toMatchObject({ plan: { id: 'year-120' } })
    await sweep(40 * day)
    expect((await list()).former).toBeNull()
  })

  test('of a year that was given back in part the months to come bring as much less', async () => {
    const old = await subscribe('year-120')
    const [payment = ''] = buying.books.payments.keys()
    buying.hand.refund(payment, 4800)
    await buying.applied()
    await move(old, 'test-checkout', 'stripe')
    buying.books.subscriptions.delete(old)
    await sweep(31 * day)
    const plan = (await buying.client.wallet.lots.query()).filter(({ kind }) => kind === 'plan')
    expect(plan.map(({ available }) => available)).toEqual([60])
  })

  test('one of the old service that cannot be looked at keeps no other waiting', async () => {
    const old = await subscribe('year-120')
    await move(old, 'test-checkout', 'stripe')
    const { write } = buying.app.database.db
    await write.payment.updateMany({ where: { provider: 'stripe' }, data: { offersVersion: 99 } })
    await subscribe('year-30')
    await sweep(31 * day)
    const plan = (await buying.client.wallet.lots.query()).filter(({ kind }) => kind === 'plan')
    expect(plan.map(({ available }) => available)).toEqual([30])
    expect(await write.subscription.findMany({ where: { provider: 'stripe' } })).toMatchObject([{ attempts: 1 }])
  })

  test('no payment of the old one is announced', async () => {
    const old = await subscribe('month-120')
    await move(old, 'test-checkout', 'stripe')
    await sweep(28 * day)
    expect((await buying.client.alerts.list.query()).alerts.filter(({ details }) => details.kind === 'renewal')).toEqual([])
  })
})
