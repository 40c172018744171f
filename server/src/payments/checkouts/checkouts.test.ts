import { randomUUID } from 'node:crypto'
import type { PaymentNews } from 'shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { refusalOf } from '../../../../test/support/caller.ts'
import { databases } from '../../../../test/support/test-database.ts'
import { until } from '../../../../test/support/until.ts'
import { ProviderError } from '../provider.ts'

let buying: Buying
afterEach(() => buying.app.close())

const credits = async () => (await buying.client.wallet.balance.query()).credits
const stateOf = async (id: string) => (await buying.app.database.db.write.checkout.findUniqueOrThrow({ where: { id } })).state

/** What is told of payments while something happens. */
async function toldWhile(happens: () => Promise<void>): Promise<PaymentNews[]> {
  const { accountId } = await buying.client.account.me.query()
  const told: PaymentNews[] = []
  const listening = new AbortController()
  const hear = (async () => {
    for await (const event of buying.app.app.bus.listen(accountId, listening.signal))
      if (event.type === 'payment') told.push(event.payment)
  })()
  await happens()
  listening.abort()
  await hear
  return told
}

/** A place where somebody waits until it is opened. */
function gate() {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  const pass = () => {
    reached.resolve()
    return opened.promise
  }
  return { reached: reached.promise, open: opened.resolve, pass }
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
  })

  test.each([
    ['pack-100', 100],
    ['pack-300', 300],
    ['pack-600', 600],
  ])('%s is usable once its payment was told, for twelve months from payment', async (packId, bought) => {
    await buying.open(packId)
    buying.app.clock.advance({ ms: 60_000 })
    buying.hand.pay()
    await buying.applied()
    expect(await credits()).toBe(25 + bought)
    const pack = (await buying.client.wallet.lots.query()).find((lot) => lot.kind === 'pack')
    expect(pack).toMatchObject({ label: String(bought), granted: bought, expiresAt: '2027-11-22T09:01:00.000Z' })
  })

  test('who opens checkout after checkout is asked to wait; those that are open can be paid', async () => {
    const [first, ...others] = Array.from({ length: 30 }, () => randomUUID())
    await buying.open('pack-100', first)
    buying.app.clock.advance({ ms: 60_000 })
    for (const intent of others) await buying.open('pack-100', intent)
    const one = randomUUID()
    expect(await refusalOf(buying.open('pack-100', one))).toMatchObject({ code: 'BUSY', details: { retryAfterMs: 3_540_000 } })
    await buying.open('pack-100', first)
    buying.app.clock.advance({ ms: 3_540_000 })
    await buying.open('pack-100', one)
  })

  test('events that come twice, late and in any order grant once', async () => {
    await buying.open()
    buying.hand.decline()
    buying.hand.payLater()
    buying.hand.settle(true)
    const { events } = buying.books
    for (const event of [...events].reverse()) await buying.hand.deliver(event)
    await buying.app.app.inbox.runDue()
    for (const event of events) await buying.hand.deliver({ ...event, id: `${event.id}-again` })
    await buying.app.app.inbox.runDue()
    expect(await credits()).toBe(125)
    expect(await buying.app.database.db.read.paidLot.count()).toBe(1)
  })

  test('money on its way adds nothing until it is there, and is told as such; each state is told once', async () => {
    const id = await buying.open()
    const told = await toldWhile(async () => {
      buying.hand.payLater()
      await buying.applied()
      expect(await credits()).toBe(25)
      expect((await buying.client.payments.history.query()).payments).toMatchObject([{ state: 'pending' }])
      buying.hand.settle(true)
      await buying.applied()
      await buying.hand.deliver({ id: 'once more', type: 'checkout.updated', subject: buying.hand.newest() })
      await buying.applied()
    })
    expect(await credits()).toBe(125)
    expect(told).toMatchObject([
      { checkoutId: id, state: 'pending', expiresAt: null },
      { checkoutId: id, kind: 'pack', state: 'paid', credits: 100, expiresAt: '2027-11-22T09:00:00.000Z' },
    ])
  })

  test('money that does not come after all leaves a checkout that is over and a payment that failed; what is bought is bought anew', async () => {
    const id = await buying.open()
    buying.hand.payLater()
    await buying.applied()
    buying.hand.settle(false)
    await buying.applied()
    expect(await stateOf(id)).toBe('failed')
    expect((await buying.client.payments.history.query()).payments).toMatchObject([{ state: 'failed' }])
    expect(await credits()).toBe(25)
    const calls = buying.books.calls.length
    buying.app.clock.advance({ days: 1 })
    await buying.app.app.sweeper.runDue()
    expect(buying.books.calls.length, 'nothing more is expected of it').toBe(calls)
    await buying.open()
    buying.hand.pay()
    await buying.applied()
    expect((await buying.client.payments.history.query()).payments).toMatchObject([{ state: 'paid' }, { state: 'failed' }])
  })

  test('a checkout that nobody paid in time is over; one that was paid stays paid', async () => {
    const [lapsed, paid] = [await buying.open(), await buying.open()]
    buying.hand.pay()
    await buying.applied()
    const [first = ''] = buying.books.checkouts.keys()
    buying.hand.lapse(first)
    buying.hand.lapse()
    await buying.applied()
    expect([await stateOf(lapsed), await stateOf(paid)]).toEqual(['cancelled', 'paid'])
    expect(await credits()).toBe(125)
  })

  test('one intent is one checkout, however many ask at once; with another pack it is IDEMPOTENCY_MISMATCH', async () => {
    const intentId = randomUUID()
    const started = await Promise.all(Array.from({ length: 8 }, () => buying.open('pack-100', intentId)))
    expect(new Set(started).size).toBe(1)
    expect(buying.books.checkouts.size).toBe(1)
    expect((await refusalOf(buying.open('pack-600', intentId))).code).toBe('IDEMPOTENCY_MISMATCH')
  })

  test('an answer of the provider that was lost is asked for again by the same intent, and nothing is there twice', async () => {
    const intentId = randomUUID()
    for (const lost of ['customer', 'openCheckout']) {
      buying.books.beforeAnswer = (call) => {
        if (call.startsWith(lost)) throw new ProviderError('the line went dead', { passing: true })
      }
      expect((await refusalOf(buying.open('pack-100', intentId))).code).toBe('PAYMENTS_AWAY')
    }
    buying.books.beforeAnswer = () => {}
    await buying.open('pack-100', intentId)
    expect([buying.books.customers.size, buying.books.checkouts.size]).toEqual([1, 1])
    buying.hand.pay()
    await buying.applied()
    expect(await credits()).toBe(125)
  })

  test('whoever pays before the server has learnt the checkout’s address has their credits all the same', async () => {
    buying.books.beforeAnswer = async (call) => {
      if (!call.startsWith('openCheckout')) return
      buying.hand.pay()
      await buying.applied()
    }
    const id = await buying.open()
    expect(await credits()).toBe(125)
    expect(await stateOf(id)).toBe('paid')
  })

  test('an old answer that comes last does not take back what a newer one has brought', async () => {
    const id = await buying.open()
    buying.hand.payLater()
    const [first, second] = [gate(), gate()]
    const reads: string[] = []
    const isRead = (call: string) => call.startsWith('readCheckout')
    // The first reading begins, and waits before it asks; the second asks, and its answer takes its time.
    buying.books.beforeCall = async (call) => {
      if (isRead(call) && reads.push(call) === 1) await first.pass()
    }
    buying.books.beforeAnswer = async (call) => {
      if (call.startsWith('readPayment')) await second.pass()
    }
    await buying.hand.deliverNew()
    await first.reached
    const page = fetch(`${buying.app.url}/checkout/done/${id}`)
    await second.reached
    buying.hand.settle(true)
    buying.books.beforeAnswer = () => {}
    first.open()
    await until('the first reading to bring the credits', credits, (count) => count === 125)
    second.open()
    expect((await page).status).toBe(200)
    await buying.app.app.inbox.runDue()
    expect(await stateOf(id)).toBe('paid')
  })

  test('what was read before somebody agreed to pay is not written over what was read after it', async () => {
    const id = await buying.open()
    const first = gate()
    buying.books.beforeAnswer = async (call) => {
      if (!call.startsWith('readCheckout')) return
      buying.books.beforeAnswer = () => {}
      await first.pass()
    }
    await buying.hand.deliver({ id: 'early', type: 'checkout.updated', subject: buying.hand.newest() })
    await first.reached
    buying.hand.payLater()
    await fetch(`${buying.app.url}/checkout/done/${id}`)
    expect(await stateOf(id)).toBe('pending')
    first.open()
    await buying.app.app.inbox.runDue()
    expect(await stateOf(id)).toBe('pending')
  })

  test('a payment of which no event told is found by a look after half an hour', async () => {
    await buying.open()
    buying.hand.pay()
    await buying.app.app.sweeper.runDue()
    expect(await credits()).toBe(25)
    buying.app.clock.advance({ ms: 1_800_000 })
    await buying.app.app.sweeper.runDue()
    expect(await credits()).toBe(125)
    const calls = buying.books.calls.length
    buying.app.clock.advance({ days: 1 })
    await buying.app.app.sweeper.runDue()
    expect(buying.books.calls.length).toBe(calls)
  })

  test('an open checkout is looked at ever more rarely, also where the provider does not answer', async () => {
    await buying.open()
    buying.books.beforeCall = (call) => {
      if (call.startsWith('readCheckout')) throw new ProviderError('away', { passing: true })
    }
    buying.app.clock.advance({ ms: 1_800_000 })
    await buying.app.app.sweeper.runDue()
    buying.books.beforeCall = () => {}
    const looks = async (minutes: number) => {
      const before = buying.books.calls.length
      for (let minute = 0; minute < minutes; minute += 10) {
        buying.app.clock.advance({ ms: 600_000 })
        await buying.app.app.sweeper.runDue()
      }
      return buying.books.calls.length - before
    }
    const first = await looks(6 * 60)
    expect(first).toBeGreaterThan(1)
    expect(await looks(6 * 60)).toBeLessThan(first)
    buying.app.clock.advance({ days: 30 })
    await buying.app.app.sweeper.runDue()
    buying.app.clock.advance({ days: 1 })
    expect(await looks(20)).toBe(0)
  })

  test('what is known only by its price today is sold by the terms that it was opened by', async () => {
    const intentId = randomUUID()
    const id = await buying.open('pack-100', intentId)
    await buying.app.database.db.write.checkout.update({
      where: { id },
      data: { url: null, credits: 90, amount: 800, offersVersion: 7 },
    })
    await buying.open('pack-100', intentId)
    const [order] = [...buying.books.checkouts.values()].map((checkout) => checkout.order)
    expect(order?.returnUrl).toBe(`${buying.app.url}/checkout/done/${id}`)
    buying.hand.pay()
    await buying.applied()
    expect(await credits()).toBe(25 + 90)
  })
})

test('a pack that is not sold is NOT_FOUND', async () => {
  buying = await startBuying()
  expect((await refusalOf(buying.open('pack-1'))).code).toBe('NOT_FOUND')
})
