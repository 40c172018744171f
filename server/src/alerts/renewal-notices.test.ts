import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { databases } from '../../../test/support/test-database.ts'

let app: Buying['app']
let hand: Buying['hand']
let client: Buying['client']
let settle: Buying['settle']
let subscribe: Buying['subscribe']
let goTo: Buying['goTo']

const renewals = async () =>
  (await client.alerts.list.query()).alerts.flatMap(({ details, resolvedAt }) =>
    details.kind === 'renewal' ? [{ ...details, open: resolvedAt === null }] : [],
  )

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    ;({ app, hand, client, settle, subscribe, goTo } = await startBuying(database))
  })
  afterEach(() => app.close())

  test('a month’s payment is told three days ahead, once, and is over when it was made', async () => {
    const plan = await subscribe('month-120')
    goTo('2026-12-18T23:59:00.000Z')
    await settle()
    expect(await renewals()).toEqual([])
    goTo('2026-12-19T00:10:00.000Z')
    await settle()
    const told = {
      kind: 'renewal',
      planId: 'month-120',
      credits: 120,
      price: { amount: 960, currency: 'EUR' },
      interval: 'month',
    }
    expect(await renewals()).toEqual([{ ...told, at: '2026-12-22T09:00:00.000Z', open: true }])
    goTo('2026-12-21T00:10:00.000Z')
    await settle()
    expect(await renewals()).toHaveLength(1)
    goTo('2026-12-22T09:00:00.000Z')
    hand.renew(plan)
    await settle()
    goTo('2026-12-22T09:10:00.000Z')
    await settle()
    expect(await renewals()).toMatchObject([{ at: '2026-12-22T09:00:00.000Z', open: false }])
  })

  test('a year’s is told fourteen days ahead; cancelled, it is over', async () => {
    await subscribe('year-120')
    goTo('2027-11-08T10:00:00.000Z')
    await settle()
    expect(await renewals()).toMatchObject([{ planId: 'year-120', price: { amount: 9600 }, interval: 'year', open: true }])
    await client.plans.cancel.mutate()
    goTo('2027-11-08T10:10:00.000Z')
    await settle()
    expect(await renewals()).toMatchObject([{ open: false }])
  })

  test('a wish for another plan is another payment', async () => {
    await subscribe('month-120')
    goTo('2026-12-20T10:00:00.000Z')
    await settle()
    await client.plans.change.mutate({ planId: 'month-30', intentId: randomUUID(), maxCharge: 0 })
    goTo('2026-12-20T10:10:00.000Z')
    await settle()
    expect(await renewals()).toMatchObject([
      { planId: 'month-30', price: { amount: 270 }, open: true },
      { planId: 'month-120', open: false },
    ])
  })
})
