import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { refusalOf } from '../../../../test/support/caller.ts'
import { databases } from '../../../../test/support/test-database.ts'
import { ProviderError } from '../../payments/provider.ts'
import type { DbProvider } from '../../platform/db.ts'
import { createLog } from '../../platform/log.ts'
import { createJournal } from '../../wallet/journal.ts'
import { createWallet } from '../../wallet/wallet.ts'

let app: Buying['app']
let books: Buying['books']
let hand: Buying['hand']
let client: Buying['client']
let settle: Buying['settle']

function startBeforeEach(database: DbProvider): void {
  beforeEach(async () => {
    const begin = '2027-01-31T10:00:00.000Z'
    ;({ app, books, hand, client, settle } = await startBuying(database, { trialCredits: 1, begin }))
  })
  afterEach(() => app.close())
}

/** Turns pay-as-you-go on. Answers the subscription. */
async function enable(cap = 50): Promise<string> {
  const { url, standing } = await client.metered.enable.mutate({ intentId: randomUUID(), cap })
  expect([url === null, standing.state]).toEqual([false, 'starting'])
  hand.pay()
  await settle()
  return [...books.subscriptions.keys()].at(-1) ?? ''
}

/** Spends credits, the trial's one first, as an image that is delivered does. */
async function use(credits: number): Promise<void> {
  await (await begin(credits))()
}

/** Has credits set aside, and answers how to have them spent. */
async function begin(credits: number): Promise<() => Promise<unknown>> {
  const { accountId } = await client.account.me.query()
  const holdId = randomUUID()
  const hold = { holdId, memberId: accountId, credits, purpose: 'generate', reference: holdId, payload: holdId }
  const { db } = app.database
  const journal = createJournal({ db, clock: app.clock, log: createLog('silent'), onCommitted: () => {} })
  const wallet = createWallet({ db, clock: app.clock, journal })
  await wallet.hold({ accountId, key: `hold:${holdId}`, ...hold })
  return () => wallet.capture({ accountId, key: `capture:${holdId}`, holdId, credits })
}

/** The cycle ends at the provider, which charges what it was told of within the hour. */
async function endCycle(subscription: string): Promise<void> {
  const { period } = books.subscriptionFacts(subscription)
  app.clock.advance({ ms: period.end.getTime() - app.clock.now().getTime() })
  const next = { start: period.end, end: new Date(period.end.getTime() + 30 * 86_400_000) }
  hand.subscription(subscription, { period: next })
  await settle()
}

/** The provider charges what was reported for a cycle. Answers the payment. */
function charge(subscription: string, cycle: string, paid: boolean, all?: number): string {
  const credits = all ?? uses().find(({ identifier }) => identifier === cycle)?.credits ?? 0
  const start = new Date(cycle.slice(-24))
  const reference = `invoice-${cycle}`
  const amount = { amount: credits * 10, currency: 'EUR' }
  const money = { amount, refunded: 0, disputed: 0, lost: 0, receiptUrl: null, paidAt: null }
  const of = {
    subscription,
    period: { start, end: books.subscriptionFacts(subscription).period.start },
    plan: null,
    givenUp: false,
  }
  books.payments.set(reference, { reference, state: 'open', ...money, ...of })
  hand.payment(reference, paid ? { state: 'paid', paidAt: app.clock.now() } : { state: 'failed' })
  hand.subscription(subscription, { state: paid ? 'active' : 'past_due' })
  return reference
}

async function erase(): Promise<void> {
  const { accountId } = await client.account.me.query()
  await client.account.delete.mutate({ accountId })
  await settle()
}

const standing = async () => (await client.plans.list.query()).metered?.standing
const uses = () => books.uses
const setCap = (cap: number) => client.metered.setCap.mutate({ intentId: randomUUID(), cap })
const metered = async () => (await client.wallet.balance.query()).metered

describe.each(databases)('pay-as-you-go on %s', (database) => {
  startBeforeEach(database)

  test('is off, starts where how to pay is agreed, and is on with the cap that was asked for', async () => {
    expect(await standing()).toMatchObject({ state: 'off', cap: 0, used: 0, until: null })
    await enable(50)
    expect(await standing()).toMatchObject({ state: 'on', cap: 50, used: 0, until: '2027-02-28T10:00:00.000Z', owed: null })
    expect(await metered()).toMatchObject({ used: 0, cap: 50 })
  })

  test('a cap is raised, lowered and used up; one above the offer’s is refused', async () => {
    await enable(10)
    await use(1 + 8)
    expect(await setCap(20)).toMatchObject({ state: 'on', cap: 20, used: 8 })
    expect(await setCap(9)).toMatchObject({ cap: 9, used: 8 })
    await use(1)
    await expect(use(1)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
    expect(await refusalOf(setCap(1001))).toMatchObject({ code: 'BAD_REQUEST', details: { field: 'cap' } })
  })

  test('a cap below what is used stops it there, and what was used is billed as it is', async () => {
    const subscription = await enable(10)
    await use(1 + 8)
    expect(await setCap(5)).toMatchObject({ state: 'on', cap: 5, used: 8 })
    await expect(use(1)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
    await endCycle(subscription)
    expect(uses()).toMatchObject([{ credits: 8 }])
    expect(await metered()).toMatchObject({ used: 0, cap: 5 })
  })

  test('a cap that is raised, and lowered again, while images are made takes nothing from them and bills them once', async () => {
    const subscription = await enable(10)
    const arrive = await begin(1 + 10)
    expect(await setCap(30)).toMatchObject({ cap: 30, used: 10 })
    await use(5)
    expect(await setCap(12)).toMatchObject({ cap: 12, used: 15 })
    await arrive()
    await endCycle(subscription)
    expect(uses()).toMatchObject([{ credits: 15 }])
  })

  test('caps that are set at once, and turning it off, are none refused for the other’s sake', async () => {
    await enable(10)
    await Promise.all([setCap(20), setCap(30), setCap(40)])
    expect([20, 30, 40]).toContain((await standing())?.cap)
    await Promise.all([client.metered.disable.mutate(), settle()])
    expect(await standing()).toMatchObject({ state: 'off', cap: 0 })
  })

  test('what was used is one statement, reported once under the cycle’s name, and charged', async () => {
    const subscription = await enable(50)
    await use(1 + 12)
    await endCycle(subscription)
    const cycle = uses()[0]?.identifier ?? ''
    expect(uses()).toMatchObject([{ credits: 12, at: new Date('2027-02-28T09:59:59.000Z') }])
    expect(await standing()).toMatchObject({ state: 'on', cap: 50, used: 0 })
    charge(subscription, cycle, true)
    await settle()
    await settle()
    const payments = await app.database.db.read.payment.findMany({ where: { kind: 'metered' } })
    expect(payments).toMatchObject([{ credits: 12, amount: 120, currency: 'EUR', state: 'paid', reference: `invoice-${cycle}` }])
    expect(uses()).toHaveLength(1)
    await endCycle(subscription)
    expect(uses()).toHaveLength(1)
  })

  test('a report that could not be sent is sent again under the same name, and too late for its period counts now', async () => {
    const subscription = await enable(50)
    await use(1 + 5)
    let told = 0
    books.beforeCall = (call) => {
      if (call.startsWith('reportUse') && told++ < 2) throw new ProviderError('away', { passing: true })
    }
    await endCycle(subscription)
    expect(uses()).toEqual([])
    app.clock.advance({ ms: 3_600_000 })
    await app.app.sweeper.runDue()
    app.clock.advance({ ms: 3_600_000 })
    await app.app.sweeper.runDue()
    expect(uses()).toMatchObject([{ credits: 5, at: app.clock.now() }])
    expect(new Set(books.calls.filter((call) => call.startsWith('reportUse'))).size).toBe(1)

    // It is charged with the next cycle's, on one statement.
    await use(3)
    await endCycle(subscription)
    charge(subscription, uses()[1]?.identifier ?? '', true, 8)
    await settle()
    const payments = await app.database.db.read.payment.findMany({ where: { kind: 'metered' } })
    expect(payments).toMatchObject([{ credits: 8, amount: 80, state: 'paid' }])
  })

  for (const [when, hours] of [
    ['in its own period', 0],
    ['late', 2],
  ] as const) {
    test(`a report that was heard ${when}, and whose answer was lost for longer than its name is known, is billed once`, async () => {
      const subscription = await enable(50)
      await use(1 + 12)
      let away = true
      let line = hours === 0
      books.beforeCall = (call) => {
        if (away && !line && call.startsWith('reportUse')) throw new ProviderError('away', { passing: true })
      }
      books.beforeAnswer = (call) => {
        if (!away || !call.startsWith('reportUse')) return
        line = false
        throw new ProviderError('the answer was lost', { passing: true })
      }
      await endCycle(subscription)
      app.clock.advance({ ms: hours * 3_600_000 })
      line ||= hours > 0
      await app.app.sweeper.runDue()
      expect(uses()).toMatchObject([{ credits: 12 }])
      app.clock.advance({ ms: 25 * 3_600_000 })
      away = false
      await app.app.sweeper.runDue()
      expect(uses()).toHaveLength(1)
      expect(await app.database.db.read.useReport.findMany()).toMatchObject([{ sentAt: app.clock.now(), lastError: null }])
    })
  }

  test('what is too little to be charged by itself does not wait for ever: it is on the next bill', async () => {
    const subscription = await enable(50)
    await use(1 + 2)
    await endCycle(subscription)
    charge(subscription, uses()[0]?.identifier ?? '', true, 0)
    await settle()
    await settle()
    const rows = () => app.database.db.read.payment.findMany({ where: { kind: 'metered' }, orderBy: { createdAt: 'asc' } })
    expect(await rows()).toMatchObject([{ credits: 2, amount: 0, state: 'paid' }])
    await use(10)
    await endCycle(subscription)
    charge(subscription, uses()[1]?.identifier ?? '', true, 12)
    await settle()
    expect(await rows()).toMatchObject([
      { credits: 2, amount: 0 },
      { credits: 10, amount: 120, state: 'paid' },
    ])
  })

  test('a provider whose clock is ahead begins the next cycle, and what was used in the one before is on its statement', async () => {
    const subscription = await enable(50)
    await use(1 + 12)
    const { end } = books.subscriptionFacts(subscription).period
    app.clock.advance({ ms: end.getTime() - 2000 - app.clock.now().getTime() })
    hand.subscription(subscription, { period: { start: end, end: new Date(end.getTime() + 30 * 86_400_000) } })
    await settle()
    expect(uses()).toEqual([])
    app.clock.advance({ ms: 65_000 })
    await settle()
    expect(uses()).toMatchObject([{ credits: 12, at: new Date('2027-02-28T09:59:59.000Z') }])
    expect(await standing()).toMatchObject({ state: 'on', cap: 50, used: 0 })
  })

  test('a charge that failed stops it and nothing else, until it is paid', async () => {
    const subscription = await enable(50)
    await use(1 + 12)
    await endCycle(subscription)
    const payment = charge(subscription, uses()[0]?.identifier ?? '', false)
    await settle()
    expect(await standing()).toMatchObject({ state: 'stopped', cap: 50, owed: { amount: 120, currency: 'EUR' } })
    await expect(use(1)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
    hand.payPeriod(payment)
    await settle()
    expect(await standing()).toMatchObject({ state: 'on', cap: 50, owed: null })
    await use(3)
    expect((await metered())?.used).toBe(3)
  })

  test('a bill that is disputed stops it until the dispute is won: nobody uses, disputes and goes on', async () => {
    const subscription = await enable(50)
    await use(1 + 12)
    await endCycle(subscription)
    const payment = charge(subscription, uses()[0]?.identifier ?? '', true)
    await settle()
    await use(3)
    hand.dispute(payment, 120)
    await settle()
    expect(await standing()).toMatchObject({ state: 'stopped', cap: 50, owed: null, disputed: true, lost: false })
    await expect(use(1)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
    hand.loseDispute(payment)
    await settle()
    expect(await standing()).toMatchObject({ state: 'stopped', disputed: true, lost: true })
    hand.payment(payment, { disputed: 0, lost: 0 })
    await settle()
    expect(await standing()).toMatchObject({ state: 'on', cap: 50, used: 3 })
    await use(1)
  })

  test('turned off it spends no more, what was used is still billed, and it can be turned on again', async () => {
    const subscription = await enable(50)
    await use(1 + 4)
    expect(await client.metered.disable.mutate()).toMatchObject({ state: 'off', used: 4 })
    expect(books.subscriptionFacts(subscription).endsWithPeriod).toBe(true)
    await expect(use(1)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
    const again = await client.metered.enable.mutate({ intentId: randomUUID(), cap: 10 })
    expect(again).toMatchObject({ url: null, standing: { state: 'on', cap: 10, used: 4 } })
    await client.metered.disable.mutate()
    app.clock.advance({ ms: Date.parse('2027-02-28T10:00:00.000Z') - app.clock.now().getTime() })
    hand.end(subscription)
    await settle()
    expect(uses()).toMatchObject([{ credits: 4 }])
    expect(await standing()).toMatchObject({ state: 'off', until: null })
  })

  test('an account that is deleted pays for what it used; one that used nothing is out at once', async () => {
    const subscription = await enable(50)
    await use(1 + 7)
    await erase()
    expect(books.subscriptionFacts(subscription)).toMatchObject({ state: 'active', endsWithPeriod: true })
    app.clock.advance({ ms: Date.parse('2027-02-28T10:00:00.000Z') - app.clock.now().getTime() })
    hand.end(subscription)
    await settle()
    expect(uses()).toMatchObject([{ credits: 7, at: new Date('2027-02-28T09:59:59.000Z') }])

    client = (await app.guest()).client
    const unused = await enable(50)
    await erase()
    expect(books.subscriptionFacts(unused)).toMatchObject({ state: 'ended' })
  })

  test('begun and not agreed to, it can be gone on with, with another cap, and given up', async () => {
    const begin = (cap: number) => client.metered.enable.mutate({ intentId: randomUUID(), cap })
    const first = await begin(10)
    app.clock.advance({ ms: 1000 })
    const second = await begin(20)
    expect([first.url, second.url]).not.toContain(null)
    expect(second.standing).toMatchObject({ state: 'starting', cap: 20 })
    expect(await client.metered.disable.mutate()).toMatchObject({ state: 'off', cap: 0 })
    expect(await app.database.db.read.checkout.count({ where: { state: 'cancelled' } })).toBe(2)
  })

  test('given up while the news of it is being read, it is given up', async () => {
    await client.metered.enable.mutate({ intentId: randomUUID(), cap: 10 })
    const readByOthers = { data: { readings: { increment: 1 } } }
    books.beforeCall = async (call) => {
      if (call.startsWith('readCheckout')) await app.database.db.write.checkout.updateMany(readByOthers)
    }
    await client.metered.disable.mutate()
    books.beforeCall = () => {}
    await settle()
    expect(await standing()).toMatchObject({ state: 'off' })
  })

  test('agreed to twice, one goes on', async () => {
    await client.metered.enable.mutate({ intentId: randomUUID(), cap: 10 })
    const first = hand.newest()
    await client.metered.enable.mutate({ intentId: randomUUID(), cap: 20 })
    hand.pay()
    app.clock.advance({ ms: 1000 })
    hand.pay(first)
    await settle()
    await settle()
    const states = [...books.subscriptions.values()].map(({ state }) => state)
    expect(states).toEqual(['active', 'ended'])
    expect(await standing()).toMatchObject({ state: 'on', cap: 20 })
  })
})
