import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { MemoryHand } from '../../../test/support/memory-hand.ts'
import { MemoryBooks, memoryProvider } from '../../../test/support/memory-provider.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { offerList } from '../payments/offers/offer-list.ts'

const price = { amount: 960, currency: 'EUR' }
const offers = offerList.parse({
  version: 7,
  packs: [{ id: 'pack-100', credits: 100, price: { amount: 900, currency: 'EUR' }, validMonths: 12 }],
  plans: [
    {
      id: 'rolling',
      credits: 120,
      interval: 'month',
      price,
      rollover: { max: 50, cycles: 1 },
      entitlement: 'creative',
      graceDays: 2,
    },
    {
      id: 'rolling-more',
      credits: 200,
      interval: 'month',
      price: { ...price, amount: 1500 },
      rollover: { max: 90, cycles: 2 },
      graceDays: 2,
    },
  ],
})

let app: TestApp<TestDatabase>
let books: MemoryBooks
let hand: MemoryHand
let client: Caller

async function settle(): Promise<void> {
  await hand.deliverNew()
  await app.app.inbox.runDue()
  await app.app.sweeper.runDue()
}

async function subscribe(): Promise<string> {
  await client.plans.subscribe.mutate({ planId: 'rolling', intentId: randomUUID() })
  hand.pay()
  await settle()
  return [...books.subscriptions.keys()].at(-1) ?? ''
}

async function goTo(moment: string): Promise<void> {
  app.clock.advance({ ms: Date.parse(moment) - app.clock.now().getTime() })
}

const access = async () => (await client.account.me.query()).access.granted

describe.each(databases)('a plan with terms of its own on %s', (database) => {
  beforeEach(async () => {
    books = new MemoryBooks()
    hand = new MemoryHand(books)
    const rules = { required: 'creative', domains: [] }
    app = await startTestApp({ database, offers, access: rules, trialCredits: 0, payments: memoryProvider(books) })
    client = (await app.guest()).client
  })
  afterEach(() => app.close())

  test('what is left of a month goes on as far as its terms say, for as many months', async () => {
    const plan = await subscribe()
    await goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan)
    await settle()
    const lots = (await client.wallet.lots.query()).map(({ available, expiresAt }) => `${available} ${expiresAt.slice(0, 10)}`)
    expect(lots.toSorted()).toEqual(['120 2027-01-22', '50 2027-01-22'])
    expect((await client.plans.list.query()).current).toMatchObject({ left: 120 })
  })

  test('what a larger plan brought goes on with it: as far as the larger terms say, and not beyond', async () => {
    const plan = await subscribe()
    const larger = { planId: 'rolling-more', intentId: randomUUID(), maxCharge: 540 }
    expect(await client.plans.change.mutate(larger)).toMatchObject({ when: 'now', credits: 80 })
    await goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan)
    await settle()
    const rolled = (await client.wallet.lots.query()).filter(({ source }) => source === 'rollover')
    expect(rolled.map(({ available, expiresAt }) => `${available} ${expiresAt.slice(0, 10)}`).toSorted()).toEqual([
      '10 2027-01-22',
      '80 2027-02-22',
    ])
  })

  test('a difference whose money comes after its month goes on only as far as the month’s roll-over leaves it', async () => {
    const plan = await subscribe()
    books.chargesFail = true
    await client.plans.change.mutate({ planId: 'rolling-more', intentId: randomUUID(), maxCharge: 540 })
    const charge = [...books.payments.values()].at(-1)?.reference ?? ''
    hand.payment(charge, { state: 'pending' })
    await settle()
    await goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan)
    await settle()
    hand.payment(charge, { state: 'paid', paidAt: books.now() })
    await settle()
    const rolled = (await client.wallet.lots.query()).filter(({ source }) => source === 'rollover')
    expect(rolled.map(({ available }) => available).toSorted()).toEqual([40, 50])
  })

  test('it is the way in where access is asked for, as long as it is paid', async () => {
    const pack = () => client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
    expect(await refusalOf(pack())).toMatchObject({ code: 'NOT_ENTITLED', details: { plans: ['rolling'] } })
    const plan = await subscribe()
    expect(await access()).toBe(true)
    await pack()
    await goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan, { paid: false })
    await settle()
    expect(await access()).toBe(true)
    await goTo('2026-12-24T09:00:00.000Z')
    await settle()
    expect(await access()).toBe(false)
  })

  test('cancelled, it gives access to its end', async () => {
    const plan = await subscribe()
    await client.plans.cancel.mutate()
    await goTo('2026-12-22T08:59:00.000Z')
    expect(await access()).toBe(true)
    await goTo('2026-12-22T09:00:00.000Z')
    hand.end(plan)
    await settle()
    expect(await access()).toBe(false)
  })
})
