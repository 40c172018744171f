import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { accountId, newHold, testWallet } from '../../../test/support/test-wallet.ts'
import { until } from '../../../test/support/until.ts'
import { openPostgres } from '../platform/db.ts'
import { verifyLedger } from './verify.ts'

/** One change behind the journal's back that the database itself lets through, and the rule that it breaks. */
const damages: [rule: string, sql: string, subject: string][] = [
  ['the books summed from the entries equal the columns', move('Lot', '"id" = \'lot-trial\''), 'lot-trial'],
  ['what a lot holds, and what was spent of it, is what its legs say', move('Lot', '"id" = \'lot-trial\''), 'lot-trial'],
  ['a hold is worth its legs', 'UPDATE "Hold" SET "refunded" = "refunded" + 1', 'hold-a'],
  [
    'what moved out of a lot is in the lots that descend from it',
    `UPDATE "Lot" SET "source" = 'grace', "originId" = 'lot-trial' WHERE "id" = 'lot-pack'`,
    'lot-trial',
  ],
  [
    'a debt is what lots owe, less what lots repaid',
    `UPDATE "Wallet" SET "debt" = 1 WHERE "accountId" = '${accountId}'`,
    accountId,
  ],
  ['a budget has used what its holds took, less what came back', 'UPDATE "Budget" SET "used" = "used" + 1', 'project'],
  ['entries are numbered without gaps', `UPDATE "Wallet" SET "entryCount" = 9 WHERE "accountId" = '${accountId}'`, accountId],
]

function move(table: string, where: string): string {
  return `UPDATE "${table}" SET "available" = "available" - 1, "spent" = "spent" + 1 WHERE ${where}`
}

describe.each(databases)('on %s', (provider) => {
  let database: TestDatabase
  const run = (sql: string) => database.db.write.$executeRawUnsafe(sql)

  /** Two accounts; the first has two lots, a project's hold of 4, half of it spent. */
  beforeEach(async () => {
    database = await openTestDatabase(provider)
    const { wallet, grant } = testWallet(database)
    await wallet.open(accountId)
    await wallet.open('account-2')
    await grant('trial', 10)
    await grant('pack', 10)
    await grant('other', 10, { accountId: 'account-2' })
    await wallet.setBudget({ accountId, key: 'budget', projectId: 'project', limit: 20, whenUsedUp: 'stop' })
    await wallet.hold(newHold('a', 4, { projectId: 'project' }))
    await wallet.capture({ accountId, key: 'settle', holdId: 'hold-a', credits: 2 })
  })
  afterEach(() => database.close())

  test('a sound ledger has no faults', async () => {
    expect(await verifyLedger(database.db)).toEqual([])
  })

  test.each(damages)('it is found where not: %s', async (rule, sql, subject) => {
    await run(sql)
    expect(await verifyLedger(database.db)).toContainEqual({ rule, accountId, subject })
    expect(await verifyLedger(database.db, accountId)).toContainEqual({ rule, accountId, subject })
    expect(await verifyLedger(database.db, 'account-2')).toEqual([])
  })

  test('it is found where an entry was slipped in: of no key, and before the one it follows', async () => {
    const entry = { accountId, lotId: 'lot-trial', from: 'available', to: 'spent', amount: 1, commandKey: 'nobody’s' }
    await database.db.write.entry.create({ data: { ...entry, sequence: 5, at: new Date(0) } })
    const found = (await verifyLedger(database.db))
      .filter((fault) => fault.subject === `${accountId}#5`)
      .map((fault) => fault.rule)
    expect(found).toEqual(['the time of the entries never goes back', 'every entry was ordered by a kept key'])
  })

  test('the database itself refuses a lot that does not add up, or that is below zero', async () => {
    const refused = /CHECK|constraint/i
    await expect(run('UPDATE "Lot" SET "available" = "available" + 1')).rejects.toThrow(refused)
    await expect(run('UPDATE "Lot" SET "available" = -1, "spent" = "spent" + "available" + 1')).rejects.toThrow(refused)
  })

  test('a lot that does not add up is found even where the database has lost its CHECKs', async () => {
    const checks = ['books_add_up', 'available_not_negative'].map((name) => `DROP CONSTRAINT "Lot_${name}"`)
    await run(provider === 'sqlite' ? 'PRAGMA ignore_check_constraints = ON' : `ALTER TABLE "Lot" ${checks.join(', ')}`)
    await run(`UPDATE "Lot" SET "available" = -1 WHERE "id" = 'lot-pack'`)
    const rule = 'a lot is worth the sum of its books, none below zero'
    expect(await verifyLedger(database.db)).toContainEqual({ rule, accountId, subject: 'lot-pack' })
  })
})

test('on PostgreSQL checking a ledger may take longer than any other statement', async () => {
  const { db, url, close } = await openTestDatabase('postgresql')
  const hasty = openPostgres(Object.assign(new URL(url), { search: 'statement_timeout=1500' }).href)
  const waitsLong = () => db.read.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
    AND clock_timestamp() - query_start > interval '2 seconds'`
  const { verified } = await db.write.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Lot"`
    const verified = verifyLedger(hasty)
    await Promise.race([verified, until('a check that waits', waitsLong, (rows) => rows.length > 0)])
    return { verified }
  })
  expect(await verified).toEqual([])
  await hasty.close()
  await close()
})
