import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Caller } from '../../../test/support/caller.ts'
import { MemoryHand } from '../../../test/support/memory-hand.ts'
import { MemoryBooks, memoryProvider } from '../../../test/support/memory-provider.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'

let app: TestApp<TestDatabase>
let books: MemoryBooks
let hand: MemoryHand
let client: Caller

async function settle(): Promise<void> {
  await hand.deliverNew()
  await app.app.inbox.runDue()
  await app.app.sweeper.runDue()
}

async function goTo(moment: string): Promise<void> {
  app.clock.advance({ ms: Date.parse(moment) - app.clock.now().getTime() })
  await settle()
}

async function subscribe(planId: string): Promise<string> {
  await client.plans.subscribe.mutate({ planId, intentId: randomUUID() })
  hand.pay()
  await settle()
  return [...books.subscriptions.keys()].at(-1) ?? ''
}

const renewals = async () =>
  (await client.alerts.list.query()).alerts.flatMap(({ details, resolvedAt }) =>
    details.kind === 'renewal' ? [{ ...details, open: resolvedAt === null }] : [],
  )

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    books = new MemoryBooks()
    hand = new MemoryHand(books)
    app = await startTestApp({ database, payments: memoryProvider(books) })
    client = (await app.guest()).client
  })
  afterEach(() => app.close())

  test('a month’s payment is told three days ahead, once, and is over when it was made', async () => {
    const plan = await subscribe('month-120')
    await goTo('2026-12-18T23:59:00.000Z')
    expect(await renewals()).toEqual([])
    await goTo('2026-12-19T00:10:00.000Z')
    const told = { kind: 'renewal', planId: 'month-120', credits: 120, price: { amount: 960, currency: 'EUR' } }
    expect(await renewals()).toEqual([{ ...told, at: '2026-12-22T09:00:00.000Z', open: true }])
    await goTo('2026-12-21T00:10:00.000Z')
    expect(await renewals()).toHaveLength(1)
    app.clock.advance({ ms: Date.parse('2026-12-22T09:00:00.000Z') - app.clock.now().getTime() })
    hand.renew(plan)
    await settle()
    await goTo('2026-12-22T09:10:00.000Z')
    expect(await renewals()).toMatchObject([{ at: '2026-12-22T09:00:00.000Z', open: false }])
  })

  test('a year’s is told fourteen days ahead; cancelled, it is over', async () => {
    await subscribe('year-120')
    await goTo('2027-11-08T10:00:00.000Z')
    expect(await renewals()).toMatchObject([{ planId: 'year-120', price: { amount: 9600 }, open: true }])
    await client.plans.cancel.mutate()
    await goTo('2027-11-08T10:10:00.000Z')
    expect(await renewals()).toMatchObject([{ open: false }])
  })

  test('a wish for another plan is another payment', async () => {
    await subscribe('month-120')
    await goTo('2026-12-20T10:00:00.000Z')
    await client.plans.change.mutate({ planId: 'month-30', intentId: randomUUID(), maxCharge: 0 })
    await goTo('2026-12-20T10:10:00.000Z')
    expect(await renewals()).toMatchObject([
      { planId: 'month-30', price: { amount: 270 }, open: true },
      { planId: 'month-120', open: false },
    ])
  })
})
