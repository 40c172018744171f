import { assertAppendOnly } from 'server/wallet/append-only'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
afterEach(() => database.close())

const run = (sql: string) => database.db.write.$executeRawUnsafe(sql)
/** The ledger's rows are there to be taken: a trigger that acts row by row would not mind an empty table. */
async function fill(): Promise<void> {
  const at = new Date(0)
  const accountId = 'account-1'
  const books = { granted: 1, available: 1, held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0 }
  const lot = { id: 'lot-1', accountId, kind: 'promo', ...books, effectiveAt: at, expiresAt: new Date(1), createdAt: at }
  const entry = { accountId, sequence: 1, lotId: 'lot-1', from: 'issued', to: 'available', amount: 1, commandKey: 'a', at }
  const { write } = database.db
  await write.wallet.create({ data: { accountId, createdAt: at, lastCommandAt: at } })
  await write.lot.create({ data: lot })
  await write.entry.create({ data: entry })
  await write.commandKey.create({ data: { accountId, key: 'a', payloadHash: '', answer: '{}', at } })
}

describe.each(databases)('on %s', (provider) => {
  beforeEach(async () => {
    database = await openTestDatabase(provider)
  })

  test('the start’s check finds a sound ledger sound, and leaves nothing in it', async () => {
    await assertAppendOnly(database.db)
    expect(await database.db.read.wallet.count()).toBe(0)
  })

  test.each(['Entry', 'CommandKey'])('%s cannot be changed, deleted or emptied', async (table) => {
    await fill()
    const ways = [`UPDATE "${table}" SET "at" = "at"`, `DELETE FROM "${table}"`]
    const own = provider === 'sqlite' ? `REPLACE INTO "${table}" SELECT * FROM "${table}"` : `TRUNCATE "${table}" CASCADE`
    for (const sql of [...ways, own]) await expect(run(sql)).rejects.toThrow(/append-only/)
  })

  const events = provider === 'sqlite' ? ['update', 'delete'] : ['update', 'delete', 'truncate']
  const triggers = ['Entry', 'CommandKey'].flatMap((table) => events.map((event) => ({ table, event })))

  test.each(triggers)('the start’s check notices that $table has lost its trigger against $event', async ({ table, event }) => {
    const trigger = `"${table}_no_${event}"`
    await run(provider === 'sqlite' ? `DROP TRIGGER ${trigger}` : `ALTER TABLE "${table}" DISABLE TRIGGER ${trigger}`)
    await expect(assertAppendOnly(database.db)).rejects.toThrow(/ledger can be changed/)
  })
})
