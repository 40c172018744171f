import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { databases } from '../../../../test/support/test-database.ts'
import { randomIds } from '../../platform/ids.ts'
import { ProviderError } from '../provider.ts'
import { listEvents, retryEvents } from './list.ts'
import { nextTry } from './next-try.ts'
import { createInboxQueue } from './queue.ts'

let buying: Buying
const credits = async () => (await buying.client.wallet.balance.query()).credits
const waiting = () => listEvents({ db: buying.app.database.db, clock: buying.app.clock }, { all: false })
const away = (message = 'nobody answers') => new ProviderError(message, { passing: true })

test('pauses grow from a second to an hour, and after three days somebody has to look', () => {
  const receivedAt = new Date('2026-11-22T09:00:00Z')
  const pauses = [1, 2, 3, 4, 5, 6, 7, 50].map(
    (attempts) => (nextTry({ attempts, receivedAt }, receivedAt)?.getTime() ?? 0) - receivedAt.getTime(),
  )
  expect(pauses.map((ms) => ms / 1000)).toEqual([1, 5, 30, 120, 600, 3600, 3600, 3600])
  expect(nextTry({ attempts: 60, receivedAt }, new Date('2026-11-25T08:59:59Z'))).not.toBeNull()
  expect(nextTry({ attempts: 60, receivedAt }, new Date('2026-11-25T09:00:00Z'))).toBeNull()
})

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
    await buying.open()
  })
  afterEach(() => buying.app.close())

  test('an event that cannot be applied is kept with its reason, tried again at its time, and never counted as done', async () => {
    buying.hand.pay()
    buying.books.beforeCall = (call) => {
      if (call.startsWith('readPayment')) throw away('no answer for ana@studio.test')
    }
    await buying.applied()
    expect(await credits()).toBe(25)
    expect(await waiting()).toMatchObject([
      {
        state: 'waiting',
        attempts: 1,
        lastError: 'ProviderError: no answer for …@…',
        nextTryAt: new Date('2026-11-22T09:00:01Z'),
      },
    ])
    buying.books.beforeCall = () => {}
    await buying.app.app.inbox.runDue()
    expect(await credits(), 'before its time').toBe(25)
    buying.app.clock.advance({ ms: 1000 })
    await buying.app.app.inbox.runDue()
    expect(await credits()).toBe(125)
    expect(await waiting()).toEqual([])
  })

  test.each([
    ['is refused for good', () => new ProviderError('no such payment', { passing: false }), /no such payment/],
    ['is a fault of ours', () => new TypeError('x is not a function'), /TypeError/],
  ])(
    'what %s is kept and shown as well; after three days it is stuck, and the operator can have it tried again',
    async (_what, make, told) => {
      buying.hand.pay()
      buying.books.beforeCall = (call) => {
        if (call.startsWith('follow')) throw make()
      }
      await buying.applied()
      expect((await waiting())[0]?.lastError).toMatch(told)
      for (let day = 0; day < 3; day++) {
        buying.app.clock.advance({ days: 1 })
        await buying.app.app.inbox.runDue()
      }
      expect(await waiting()).toMatchObject([{ state: 'stuck', nextTryAt: null }])
      const { attempts } = (await waiting())[0] ?? {}
      buying.app.clock.advance({ days: 1 })
      await buying.app.app.inbox.runDue()
      expect(await waiting()).toMatchObject([{ state: 'stuck', attempts }])

      buying.books.beforeCall = () => {}
      expect(await retryEvents({ db: buying.app.database.db, clock: buying.app.clock }, null)).toBe(1)
      await buying.app.app.inbox.runDue()
      expect(await waiting()).toEqual([])
      expect(await credits()).toBe(125)
    },
  )

  test('whichever question to the provider fails, the next try ends where an undisturbed one would', async () => {
    const life = ['follow', 'readCheckout', 'readPayment', 'readPayment']
    let expected = 25
    for (const which of life.keys()) {
      await buying.open()
      buying.hand.pay()
      buying.hand.refund(buying.hand.paymentOf(), 450)
      let asked = 0
      buying.books.beforeAnswer = () => {
        asked += 1
        if (asked === which + 1) throw away()
      }
      await buying.applied()
      buying.books.beforeAnswer = () => {}
      buying.app.clock.advance({ ms: 1000 })
      await buying.app.app.inbox.runDue()
      expected += 50
      expect(await waiting()).toEqual([])
      expect(await credits(), `question ${which + 1}`).toBe(expected)
    }
  })

  test('a server that dies after the credits came and before it noted so does it again, to no effect', async () => {
    buying.hand.pay()
    await buying.applied()
    const { db } = buying.app.database
    await db.write.inboxEvent.updateMany({ data: { outcome: null, settledAt: null, nextTryAt: buying.app.clock.now() } })
    await db.write.checkout.updateMany({ data: { reference: null } })
    await buying.app.app.inbox.runDue()
    expect(await credits()).toBe(125)
    expect(await waiting()).toEqual([])
  })

  test('what comes while the server stops is applied by the next one', async () => {
    buying.hand.pay()
    await buying.app.app.close(0)
    await buying.hand.deliverNew()
    const app = await buying.app.restart()
    await app.app.inbox.runDue()
    expect(await buying.app.database.db.read.lot.count({ where: { kind: 'pack' } })).toBe(1)
    await app.app.close(0)
  })

  test('a server that stops waits for the event that it is at', async () => {
    buying.hand.pay()
    let release = () => {}
    const reached = new Promise<void>((atIt) => {
      buying.books.beforeAnswer = async (call) => {
        if (!call.startsWith('follow')) return
        atIt()
        await new Promise<void>((resolve) => {
          release = resolve
        })
      }
    })
    await buying.hand.deliverNew()
    await reached
    let closed = false
    const closing = buying.app.app.close(0).then(() => {
      closed = true
    })
    await pause(50)
    expect(closed).toBe(false)
    release()
    await closing
    expect(await buying.app.database.db.read.inboxEvent.findMany()).toMatchObject([{ outcome: 'applied' }])
  })

  test('events of many payments are applied a few at a time, those of one thing in turn', async () => {
    for (let pack = 0; pack < 8; pack++) {
      await buying.open()
      buying.hand.pay()
    }
    const same = { type: 'checkout.updated', subject: buying.hand.newest() }
    for (const id of ['a', 'b', 'c', 'd']) await buying.hand.deliver({ id, ...same })
    let [under, most, mostOfOne] = [0, 0, 0]
    const ofOne = new Map<string, number>()
    buying.books.beforeAnswer = async (call) => {
      if (!call.startsWith('readCheckout')) return
      under += 1
      ofOne.set(call, (ofOne.get(call) ?? 0) + 1)
      most = Math.max(most, under)
      mostOfOne = Math.max(mostOfOne, ofOne.get(call) ?? 0)
      await pause(5)
      under -= 1
      ofOne.set(call, (ofOne.get(call) ?? 0) - 1)
    }
    await buying.applied()
    expect(await credits()).toBe(825)
    expect(most).toBeLessThanOrEqual(4)
    expect(mostOfOne).toBe(1)
  })

  test('two servers never take the same event, until a lease has run out', async () => {
    const { database, clock } = buying.app
    await buying.app.app.inbox.stop()
    const other = database.openAgain()
    const queues = [database.db, other].map((db) => createInboxQueue({ db, clock, ids: randomIds }))
    for (let event = 0; event < 12; event++)
      await queues[0]?.store('stripe', { id: `event-${event}`, type: 'test', subject: 'nothing' })
    const claims = await Promise.all(Array.from({ length: 16 }, (_, i) => queues[i % 2]?.claim('stripe', [])))
    const taken = claims.flatMap((event) => (event ? [event.eventId] : []))
    expect(new Set(taken).size).toBe(taken.length)
    clock.advance({ ms: 119_000 })
    while (await queues[0]?.claim('stripe', [])) taken.push('')
    expect(taken).toHaveLength(12)
    clock.advance({ ms: 3000 })
    expect(await queues[1]?.claim('stripe', [])).toMatchObject({ attempts: 2 })
    await other.close()
  })

  test('an event is forgotten three months after it was applied, and not before', async () => {
    buying.hand.pay()
    await buying.applied()
    const count = () => buying.app.database.db.write.inboxEvent.count()
    buying.app.clock.advance({ days: 89 })
    await buying.app.app.sweeper.runDue()
    expect(await count()).toBe(1)
    buying.app.clock.advance({ days: 2 })
    await buying.app.app.sweeper.runDue()
    expect(await count()).toBe(0)
  })
})
