import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { refusalOf } from '../../../../test/support/caller.ts'
import { databases } from '../../../../test/support/test-database.ts'
import { ProviderError } from '../../payments/provider.ts'
import type { Wallet } from '../../wallet/wallet.ts'
import { evenPlanLots } from './even-lots.ts'
import { beginReading, Superseded } from './reading.ts'

let buying: Buying
let told = 0

async function subscribe(planId: string): Promise<{ plan: string; payment: string }> {
  await buying.client.plans.subscribe.mutate({ planId, intentId: randomUUID() })
  buying.hand.pay()
  await buying.applied()
  const plan = [...buying.books.subscriptions.keys()].at(-1) ?? ''
  const payment = [...buying.books.payments.values()].find(({ subscription }) => subscription === plan)?.reference ?? ''
  return { plan, payment }
}

const current = async () => (await buying.client.plans.list.query()).current
const sweep = async () => {
  buying.app.clock.advance({ ms: 60_000 })
  await buying.app.app.sweeper.runDue()
}
/** Told alone, so that nothing else is read with it. */
const tell = async (subject: string) => {
  told += 1
  await buying.hand.deliver({ id: `told-${told}`, type: 'updated', subject })
  await buying.app.app.inbox.runDue()
}

describe.each(databases)('readings that cross on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
  })
  afterEach(() => buying.app.close())

  test('what was read before a refund failed is not written over what was read after it', async () => {
    const { plan, payment } = await subscribe('month-120')
    buying.hand.refund(payment, 960)
    let crossed = false
    buying.books.beforeAnswer = async (call) => {
      if (crossed || call !== `readSubscription ${plan}`) return
      crossed = true
      // While the old answer is on its way, the refund fails, and the sweep reads that.
      buying.hand.refund(payment, 0)
      await sweep()
    }
    await tell(plan)
    expect(crossed).toBe(true)
    expect(await current()).toMatchObject({ left: 120 })
    expect(await buying.app.database.db.read.paidLot.findMany()).toMatchObject([{ undone: 0 }])
  })

  test('what an older reading wrote is not evened under a newer one’s number', async () => {
    const { plan, payment } = await subscribe('month-120')
    const { db } = buying.app.database
    const subscription = await db.write.subscription.findFirstOrThrow({ where: { reference: plan } })
    const older = await beginReading(db, subscription.id, buying.app.clock.now())
    await db.write.payment.updateMany({ where: { reference: payment }, data: { refunded: 960 } })
    await beginReading(db, subscription.id, buying.app.clock.now())
    const wallet = {
      clawBack: () => Promise.reject(new Error('credits that were paid for were taken')),
    } as unknown as Wallet
    await expect(evenPlanLots({ db, wallet }, { ...older, unpaid: new Set() })).rejects.toThrow(Superseded)
  })

  test('a wish that is made while a plan is read is not forgotten', async () => {
    const { plan } = await subscribe('month-120')
    let crossed = false
    buying.books.beforeAnswer = async (call) => {
      if (crossed || call !== `readSubscription ${plan}`) return
      crossed = true
      await buying.client.plans.change.mutate({ planId: 'month-30', intentId: randomUUID(), maxCharge: 0 })
    }
    await tell(plan)
    expect(await current()).toMatchObject({ next: { id: 'month-30' } })
    expect(buying.books.subscriptionFacts(plan).plan?.id).toBe('month-30')
  })

  test('who is overtaken reads again, also where the one that overtook it never came through', async () => {
    const { plan, payment } = await subscribe('month-120')
    let crossed = false
    buying.books.beforeAnswer = async (call) => {
      if (crossed || call !== `readSubscription ${plan}`) return
      crossed = true
      // Another server begins a reading, and dies.
      await buying.app.database.db.write.subscription.updateMany({ data: { readings: { increment: 1 } } })
    }
    buying.hand.refund(payment, 960)
    await tell(plan)
    expect(await current()).toMatchObject({ left: 0 })
  })

  test('a difference whose answer was lost is charged once, and granted when it is heard of again', async () => {
    const { plan } = await subscribe('month-30')
    let lost = 0
    buying.books.beforeAnswer = (call) => {
      if (!call.startsWith('charge') || lost > 0) return
      lost += 1
      throw new ProviderError('no answer', { passing: true })
    }
    const request = { planId: 'month-120', intentId: randomUUID(), maxCharge: 690 }
    expect(await refusalOf(buying.client.plans.change.mutate(request))).toMatchObject({ code: 'PAYMENTS_AWAY' })
    expect(await current()).toMatchObject({ left: 30 })
    await sweep()
    expect(await current()).toMatchObject({ left: 120, plan: { id: 'month-120' } })
    expect(await buying.client.plans.change.mutate(request)).toMatchObject({ credits: 90, url: null })
    const charged = [...buying.books.payments.values()].filter(
      ({ subscription, period }) => subscription === plan && period === null,
    )
    expect(charged).toHaveLength(1)
  })

  test('a difference that the bank declines grants nothing, and paid by hand it does', async () => {
    const { plan } = await subscribe('month-30')
    buying.books.chargesFail = true
    const change = await buying.client.plans.change.mutate({ planId: 'month-120', intentId: randomUUID(), maxCharge: 690 })
    expect(change.url).toContain('https://pay.example/')
    expect(await current()).toMatchObject({ left: 30, plan: { id: 'month-30' } })
    expect(buying.books.subscriptionFacts(plan).plan?.id).toBe('month-30')
    const charged = [...buying.books.payments.keys()].at(-1) ?? ''
    buying.hand.payment(charged, { state: 'paid', paidAt: buying.app.clock.now() })
    await buying.applied()
    expect(await current()).toMatchObject({ left: 120, plan: { id: 'month-120' } })
    expect(buying.books.subscriptionFacts(plan).plan?.id).toBe('month-120')
  })

  test('a plan that the provider could not be told of is told by the sweep', async () => {
    const { plan } = await subscribe('month-120')
    buying.books.beforeCall = (call) => {
      if (call.startsWith('changePlan')) throw new ProviderError('away', { passing: true })
    }
    await buying.client.plans.change.mutate({ planId: 'month-30', intentId: randomUUID(), maxCharge: 0 })
    expect(await current()).toMatchObject({ next: { id: 'month-30' } })
    buying.books.beforeCall = () => {}
    await sweep()
    expect(buying.books.subscriptionFacts(plan).plan?.id).toBe('month-30')
    expect(await current()).toMatchObject({ next: { id: 'month-30' } })
  })
})
