import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { memoryProvider } from '../../../test/support/memory-provider.ts'
import { databases } from '../../../test/support/test-database.ts'
import type { Payment } from '../../generated/sqlite/client.ts'
import { randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet } from '../wallet/wallet.ts'
import { syncPayment } from './sync-payment.ts'

let buying: Buying
const balance = () => buying.client.wallet.balance.query()
const paymentRow = (): Promise<Payment> => buying.app.database.db.write.payment.findFirstOrThrow()

/** Reads the payment as another server would, which knows nothing of what this one is doing. */
async function readElsewhere(): Promise<void> {
  const db = buying.app.database.openAgain()
  const { clock } = buying.app
  const log = createLog('silent')
  const journal = createJournal({ db, clock, log, onCommitted: () => {} })
  const wiring = { db, clock, ids: randomIds, log, baseUrl: () => buying.app.url, deliver: async () => {} }
  const here = buying.books.wiring
  const provider = memoryProvider(buying.books)(wiring)
  buying.books.wiring = here
  await syncPayment({ db, wallet: createWallet({ db, clock, journal }), provider }, await paymentRow())
  await journal.drained()
  await db.close()
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
    await buying.open()
    buying.hand.pay()
    await buying.applied()
  })
  afterEach(() => buying.app.close())

  test('credits go with the money, rounded up, and come back with it', async () => {
    const payment = buying.hand.paymentOf()
    for (const [undone, left] of [
      [450, 50],
      [455, 49],
      [900, 0],
      [0, 100],
    ] as const) {
      buying.hand.refund(payment, undone)
      await buying.applied()
      expect(await balance(), `${undone} undone`).toMatchObject({ credits: 25 + left, debt: 0 })
    }
  })

  test('refunds and disputes together never take more than was granted', async () => {
    const payment = buying.hand.paymentOf()
    buying.hand.refund(payment, 600)
    buying.hand.dispute(payment, 900)
    await buying.applied()
    expect(await balance()).toMatchObject({ credits: 25, debt: 0 })
    expect(await buying.app.database.db.read.paidLot.findMany()).toMatchObject([{ undone: 900 }])
    buying.hand.dispute(payment, 0)
    await buying.applied()
    expect(await balance()).toMatchObject({ credits: 25 + 33 })
  })

  test('a refund that is told before the payment itself is found when the payment is', async () => {
    await buying.open('pack-300')
    buying.hand.pay()
    buying.hand.refund(buying.hand.paymentOf(), 2400)
    await buying.hand.deliver({ id: 'refund first', type: 'refund.created', subject: buying.hand.paymentOf() })
    await buying.app.app.inbox.runDue()
    expect(await balance()).toMatchObject({ credits: 125 })
    await buying.applied()
    expect(await balance()).toMatchObject({ credits: 125 })
    expect(await buying.app.database.db.read.paidLot.count({ where: { undone: 2400 } })).toBe(1)
  })

  test('a reading that another server overtook writes nothing of what it read', async () => {
    const payment = buying.hand.paymentOf()
    buying.hand.refund(payment, 450)
    let overtaken = false
    buying.books.beforeAnswer = async (call) => {
      if (overtaken || !call.startsWith('readPayment')) return
      overtaken = true
      // While the old answer is on its way, the refund fails, and another server reads that.
      buying.hand.refund(payment, 0)
      await readElsewhere()
    }
    await buying.hand.deliver({ id: 'late', type: 'refund.updated', subject: payment })
    await buying.app.app.inbox.runDue()
    expect(overtaken).toBe(true)
    expect(await balance()).toMatchObject({ credits: 125 })
    expect(await paymentRow()).toMatchObject({ refunded: 0 })
    expect(await buying.app.database.db.read.inboxEvent.findMany({ where: { eventId: 'late' } })).toMatchObject([
      { outcome: 'applied' },
    ])
  })

  test('many servers that read at once end where the provider is', async () => {
    buying.hand.refund(buying.hand.paymentOf(), 300)
    await Promise.allSettled(Array.from({ length: 6 }, () => readElsewhere()))
    await readElsewhere()
    expect(await balance()).toMatchObject({ credits: 25 + 66 })
    expect(await paymentRow()).toMatchObject({ refunded: 300, state: 'paid' })
  })
})
