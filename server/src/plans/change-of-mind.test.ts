import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { refusalOf } from '../../../test/support/caller.ts'
import { databases } from '../../../test/support/test-database.ts'
import { ProviderError } from '../payments/provider.ts'

let buying: Buying

/** Subscribes to 30 credits a month. Answers the subscription. */
async function subscribe(): Promise<string> {
  await buying.client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
  buying.hand.pay()
  await buying.applied()
  return [...buying.books.subscriptions.keys()].at(-1) ?? ''
}

const current = async () => (await buying.client.plans.list.query()).current
const change = (planId: string, intentId: string = randomUUID()) =>
  buying.client.plans.change.mutate({ planId, intentId, maxCharge: 9999 })
const differences = () => [...buying.books.payments.values()].filter(({ subscription, period }) => subscription && !period)

async function sweep(ms: number): Promise<void> {
  buying.app.clock.advance({ ms })
  await buying.applied()
  await buying.app.app.sweeper.runDue()
}

/** Questions to the provider that begin so do not reach it; or, with `answer`, nothing is heard of them. */
function away(asked: string, which: 'call' | 'answer' = 'call'): void {
  const lose = (call: string) => {
    if (call.startsWith(asked)) throw new ProviderError('away', { passing: true })
  }
  if (which === 'call') buying.books.beforeCall = lose
  else buying.books.beforeAnswer = lose
}

function back(): void {
  buying.books.beforeCall = () => {}
  buying.books.beforeAnswer = () => {}
}

describe.each(databases)('a larger plan, and a change of mind, on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
  })
  afterEach(() => buying.app.close())

  test('who was told that nothing was charged is not charged later, whatever they do', async () => {
    await subscribe()
    away('charge')
    expect(await refusalOf(change('month-120'))).toMatchObject({ code: 'PAYMENTS_AWAY' })
    back()
    await sweep(60_000)
    await buying.client.plans.cancel.mutate()
    for (let hour = 0; hour < 3; hour++) await sweep(3_600_000)
    expect(differences()).toEqual([])
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30, state: 'ending' })
  })

  test('asked for again, in another window or after an answer was lost, it is charged once', async () => {
    await subscribe()
    away('charge', 'answer')
    await refusalOf(change('month-120'))
    back()
    await change('month-120')
    expect(differences()).toHaveLength(1)
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, left: 120 })
  })

  test('asked for in two windows at once it is charged once', async () => {
    await subscribe()
    await Promise.all([change('month-120'), change('month-120'), change('month-120')])
    await sweep(1000)
    expect(differences()).toHaveLength(1)
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, left: 120 })
  })

  test('two larger plans one right after the other cost their two steps, and bring the last one’s credits', async () => {
    const plan = await subscribe()
    await change('month-120')
    // The clock of the tests stands still, and which plan was chosen last goes by its time.
    buying.app.clock.advance({ ms: 1 })
    await change('month-400')
    await sweep(1000)
    expect(differences().map(({ amount }) => amount.amount)).toEqual([690, 1840])
    expect(await current()).toMatchObject({ plan: { id: 'month-400' }, left: 400, next: null })
    expect(buying.books.subscriptionFacts(plan).plan).toMatchObject({ id: 'month-400' })
  })

  test('two different larger plans in two windows at once cost no more than the larger one', async () => {
    await subscribe()
    const both = await Promise.allSettled([change('month-120'), change('month-400')])
    await sweep(1000)
    const paid = differences().filter(({ state }) => state === 'paid')
    const spent = paid.reduce((sum, { amount }) => sum + amount.amount, 0)
    const credits = (await current())?.left ?? 0
    expect([690, 2530]).toContain(spent)
    expect(credits).toBe(spent === 690 ? 120 : 400)
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
  })

  test('a larger plan, a smaller one and the end of it all in one minute: the larger one to its end, and nothing more', async () => {
    const plan = await subscribe()
    await change('month-120')
    await change('month-30')
    await buying.client.plans.cancel.mutate()
    await sweep(1000)
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, left: 120, state: 'ending', ends: true })
    expect(differences().map(({ amount }) => amount.amount)).toEqual([690])
    const { end } = buying.books.subscriptionFacts(plan).period
    buying.app.clock.advance({ ms: end.getTime() - buying.app.clock.now().getTime() })
    buying.hand.end(plan)
    await sweep(1000)
    expect(await current()).toBeNull()
    expect((await buying.client.wallet.lots.query()).filter(({ kind }) => kind === 'plan')).toEqual([])
  })

  test('cancelled while a renewal is open, it can still be paid, and then goes on to its end', async () => {
    const plan = await subscribe()
    const { end } = buying.books.subscriptionFacts(plan).period
    buying.app.clock.advance({ ms: end.getTime() - buying.app.clock.now().getTime() })
    const payment = buying.hand.renew(plan, { paid: false })
    await sweep(1000)
    await buying.client.plans.cancel.mutate()
    expect(await current()).toMatchObject({ state: 'past_due', ends: true, left: 30 })
    buying.hand.payPeriod(payment)
    await sweep(8 * 86_400_000)
    expect(await current()).toMatchObject({ state: 'ending', ends: true, left: 30 })
  })

  test('ended by hand at the provider, what was paid for stays to its end, and another can be agreed to', async () => {
    const plan = await subscribe()
    buying.hand.end(plan)
    await sweep(1000)
    expect(await current()).toBeNull()
    const left = async () => (await buying.client.wallet.lots.query()).filter(({ kind }) => kind === 'plan').length
    expect(await left()).toBe(1)
    await subscribe()
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30 })
    expect(await left()).toBe(2)
  })

  test('a difference that nobody paid cannot be paid once another plan was chosen', async () => {
    await subscribe()
    buying.books.chargesFail = true
    await change('month-120')
    buying.books.chargesFail = false
    await change('month-400')
    expect(differences()).toMatchObject([
      { amount: { amount: 690 }, givenUp: true },
      { amount: { amount: 2530 }, state: 'paid' },
    ])
    expect(await current()).toMatchObject({ plan: { id: 'month-400' }, left: 400 })
  })

  test('one of a plan that has ended stands in no later plan’s way', async () => {
    const ended = await subscribe()
    away('charge')
    buying.app.clock.advance({ ms: 1000 })
    buying.hand.end(ended)
    buying.app.clock.advance({ ms: 1000 })
    await refusalOf(change('month-120'))
    back()
    await sweep(660_000)
    await subscribe()
    await change('month-400')
    expect(await current()).toMatchObject({ plan: { id: 'month-400' }, left: 400 })
    await sweep(60_000)
    expect(differences()).toHaveLength(1)
  })

  test('nor once its plan was cancelled, or its month is over: it would bring credits that have ended', async () => {
    const plan = await subscribe()
    buying.books.chargesFail = true
    await change('month-120')
    await buying.client.plans.cancel.mutate()
    expect(differences()).toMatchObject([{ givenUp: true }])
    await buying.client.plans.resume.mutate()
    await change('month-120')
    const { end } = buying.books.subscriptionFacts(plan).period
    buying.hand.renew(plan)
    await sweep(end.getTime() - buying.app.clock.now().getTime())
    expect(differences()).toMatchObject([{ givenUp: true }, { givenUp: true }])
    expect(await buying.app.database.db.read.checkout.count({ where: { kind: 'upgrade', state: 'cancelled' } })).toBe(2)
  })

  /** The provider says no to every change, for good. */
  function refusing(): void {
    buying.books.beforeCall = (call) => {
      if (call.startsWith('changePlan')) throw new ProviderError('the price is archived', { passing: false })
    }
  }
  const asked = () => buying.books.calls.filter((call) => call.startsWith('changePlan')).length
  async function hours(count: number): Promise<void> {
    for (let quarter = 0; quarter < count * 4; quarter++) await sweep(900_000)
  }

  test('a smaller plan that the provider refuses for good is given up, and the designer is told until they choose again', async () => {
    await subscribe()
    await change('month-120')
    refusing()
    await change('month-30')
    expect(await current()).toMatchObject({ next: { id: 'month-30' }, refused: null })
    await hours(4)
    const tries = asked()
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, next: null, refused: { id: 'month-30' } })
    await hours(4)
    expect(asked()).toBe(tries)
    back()
    await change('month-30')
    expect(await current()).toMatchObject({ next: { id: 'month-30' }, refused: null })
  })

  test('a larger plan that is paid for, and that the provider refuses to renew, is said to become the smaller one again', async () => {
    const plan = await subscribe()
    refusing()
    await change('month-120')
    await hours(4)
    const said = { plan: { id: 'month-120' }, left: 120, next: { id: 'month-30' }, refused: { id: 'month-120' } }
    expect(await current()).toMatchObject(said)
    const { end } = buying.books.subscriptionFacts(plan).period
    back()
    buying.app.clock.advance({ ms: end.getTime() - buying.app.clock.now().getTime() })
    buying.hand.renew(plan)
    await sweep(1000)
    expect(await current()).toMatchObject({ plan: { id: 'month-30' }, left: 30, next: null, refused: { id: 'month-120' } })
  })

  test('a provider that is only away is asked as long as it takes', async () => {
    await subscribe()
    away('changePlan')
    await change('month-120')
    await hours(8)
    back()
    await hours(2)
    expect(await current()).toMatchObject({ plan: { id: 'month-120' }, next: null, refused: null })
  })
})
