import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { refusalOf } from '../../../test/support/caller.ts'
import { databases } from '../../../test/support/test-database.ts'
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

let app: Buying['app']
let books: Buying['books']
let hand: Buying['hand']
let client: Buying['client']
let settle: Buying['settle']
let subscribe: Buying['subscribe']
let goTo: Buying['goTo']

const access = async () => (await client.account.me.query()).access.granted

describe.each(databases)('a plan with terms of its own on %s', (database) => {
  beforeEach(async () => {
    const rules = { required: 'creative', domains: [] }
    const terms = { offers, access: rules, trialCredits: 0 }
    ;({ app, books, hand, client, settle, subscribe, goTo } = await startBuying(database, terms))
  })
  afterEach(() => app.close())

  test('what is left of a month goes on as far as its terms say, for as many months', async () => {
    const plan = await subscribe('rolling')
    goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan)
    await settle()
    const lots = (await client.wallet.lots.query()).map(({ available, expiresAt }) => `${available} ${expiresAt.slice(0, 10)}`)
    expect(lots.toSorted()).toEqual(['120 2027-01-22', '50 2027-01-22'])
    expect((await client.plans.list.query()).current).toMatchObject({ left: 120 })
  })

  test('what a larger plan brought goes on with it: as far as the larger terms say, and not beyond', async () => {
    const plan = await subscribe('rolling')
    const larger = { planId: 'rolling-more', intentId: randomUUID(), maxCharge: 540 }
    expect(await client.plans.change.mutate(larger)).toMatchObject({ when: 'now', credits: 80 })
    goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan)
    await settle()
    const rolled = (await client.wallet.lots.query()).filter(({ source }) => source === 'rollover')
    expect(rolled.map(({ available, expiresAt }) => `${available} ${expiresAt.slice(0, 10)}`).toSorted()).toEqual([
      '10 2027-01-22',
      '80 2027-02-22',
    ])
  })

  test('a difference whose money comes after its month goes on only as far as the month’s roll-over leaves it', async () => {
    const plan = await subscribe('rolling')
    books.chargesFail = true
    await client.plans.change.mutate({ planId: 'rolling-more', intentId: randomUUID(), maxCharge: 540 })
    const charge = [...books.payments.values()].at(-1)?.reference ?? ''
    hand.payment(charge, { state: 'pending' })
    await settle()
    goTo('2026-12-22T09:00:00.000Z')
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
    const plan = await subscribe('rolling')
    expect(await access()).toBe(true)
    await pack()
    goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan, { paid: false })
    await settle()
    expect(await access()).toBe(true)
    goTo('2026-12-24T09:00:00.000Z')
    await settle()
    expect(await access()).toBe(false)
  })

  test('cancelled, it gives access to its end', async () => {
    const plan = await subscribe('rolling')
    await client.plans.cancel.mutate()
    goTo('2026-12-22T08:59:00.000Z')
    expect(await access()).toBe(true)
    goTo('2026-12-22T09:00:00.000Z')
    hand.end(plan)
    await settle()
    expect(await access()).toBe(false)
  })
})
