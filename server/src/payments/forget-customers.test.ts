import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../test/support/buying.ts'
import { databases } from '../../../test/support/test-database.ts'
import { ProviderError } from './provider.ts'

let buying: Buying
let accountId: string

const customers = () => buying.app.database.db.write.customer.findMany()
const erase = () => buying.client.account.delete.mutate({ accountId })
const sweep = async (ms = 0) => {
  buying.app.clock.advance({ ms })
  await buying.app.app.sweeper.runDue()
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    buying = await startBuying(database)
    accountId = (await buying.client.account.me.query()).accountId
    await buying.open()
  })
  afterEach(() => buying.app.close())

  test('the payment service forgets whose account was deleted; what was paid stays in the books', async () => {
    buying.hand.pay()
    await buying.applied()
    await erase()
    await sweep()
    expect([...buying.books.customers.keys()]).toEqual([])
    expect(await customers()).toEqual([])
    const { write } = buying.app.database.db
    expect(await write.payment.findMany()).toMatchObject([{ accountId, state: 'paid', amount: 900 }])
    expect(await write.lot.count({ where: { accountId, kind: 'pack' } })).toBe(1)
  })

  test('where it is away the account is erased all the same, and it is asked again until it has forgotten', async () => {
    buying.hand.pay()
    await buying.applied()
    buying.books.beforeCall = () => {
      throw new ProviderError('away', { passing: true })
    }
    await erase()
    await sweep()
    expect(await customers()).toMatchObject([{ attempts: 1, lastError: 'away', erasedAt: buying.app.clock.now() }])
    buying.books.beforeCall = () => {}
    await sweep(600_000)
    expect(await customers()).toEqual([])
    expect(buying.books.customers.size).toBe(0)
  })

  test('while money is on its way it is not forgotten whose that is', async () => {
    buying.hand.payLater()
    await buying.applied()
    await erase()
    await sweep()
    expect(buying.books.customers.size).toBe(1)
    buying.hand.settle(false)
    await buying.applied()
    await sweep(3_600_000)
    expect(buying.books.customers.size).toBe(0)
  })

  test('money that never comes keeps it for two months, no longer', async () => {
    buying.hand.payLater()
    await buying.applied()
    await erase()
    await sweep(59 * 86_400_000)
    expect(buying.books.customers.size).toBe(1)
    await sweep(2 * 86_400_000)
    expect(buying.books.customers.size).toBe(0)
  })

  test('a server that dies while an account is erased, and a customer who is made at that moment, are made good', async () => {
    await buying.app.database.db.write.user.delete({ where: { id: accountId } })
    await sweep()
    await sweep(600_000)
    expect(buying.books.customers.size).toBe(0)
    expect(await customers()).toEqual([])
  })
})
