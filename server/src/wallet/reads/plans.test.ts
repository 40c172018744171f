import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { longProject, writeLongHistory } from '../../../../test/support/long-history.ts'
import { TestClock } from '../../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import { verifyLedger } from '../verify.ts'
import { entriesSql } from './entries.ts'
import { sequencesSql } from './moments.ts'
import { createWalletReads } from './reads.ts'
import { useSql } from './usage.ts'

const clock = new TestClock()
const now = clock.now().getTime()
const accountId = 'account-long'
const page = { order: 'newest first', limit: 31 } as const
const plan = z.array(z.union([z.object({ detail: z.string() }), z.object({ 'QUERY PLAN': z.string() })]))

describe.each(databases)('with a long history on %s', (provider) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await openTestDatabase(provider)
    await writeLongHistory(database.db, accountId, 20_000, now)
    await writeLongHistory(database.db, 'account-other', 2000, now)
    // What other tests deleted here before would count in the sizes that PostgreSQL goes by.
    if (provider === 'postgresql') await database.db.write.$executeRaw`VACUUM (FULL, ANALYZE)`
  })
  afterAll(async () => {
    expect(await verifyLedger(database.db)).toEqual([])
    await database.close()
  })

  /** What the database would do, a line a step. Small tables are quicker read whole: PostgreSQL is told to look past that. */
  async function stepsOf(query: Sql): Promise<string[]> {
    const rows = await database.db.write.$transaction(async (tx) => {
      if (provider === 'sqlite') return tx.$queryRaw(sql`EXPLAIN QUERY PLAN ${query}`)
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw(sql`EXPLAIN ${query}`)
    })
    return plan.parse(rows).map((row) => ('detail' in row ? row.detail : row['QUERY PLAN']))
  }

  const primaryKey = provider === 'sqlite' ? 'sqlite_autoindex_Entry_1' : 'Entry_pkey'
  test.each([
    ['the first page', entriesSql(accountId, page), primaryKey],
    ['a page after it', entriesSql(accountId, { ...page, before: 9000 }), primaryKey],
    ['what was used', entriesSql(accountId, { ...page, kind: 'used' }), primaryKey],
    ['what was bought', entriesSql(accountId, { ...page, kind: 'bought' }), 'Entry_issued_idx'],
    ['what came back', entriesSql(accountId, { ...page, kind: 'returned' }), 'Entry_returned_idx'],
    ['what expired', entriesSql(accountId, { ...page, kind: 'expired' }), 'Entry_expired_idx'],
    ["a project's entries", entriesSql(accountId, { ...page, projectId: longProject }), 'Entry_projectId_idx'],
    [
      'what was bought on a day',
      entriesSql(accountId, { ...page, kind: 'bought', after: 5000, before: 5100 }),
      'Entry_issued_idx',
    ],
    ["a day's bounds", sequencesSql({ provider }, accountId, [now - 100 * 86_400_000, now]), primaryKey],
    ['a part of an export', entriesSql(accountId, { order: 'oldest first', after: 5000, limit: 2001 }), primaryKey],
    ['use by day', useSql({ provider }, accountId, [['2026-11-22', 5000, 5100]]), primaryKey],
  ])('%s is found by an index', async (_, query, index) => {
    const steps = await stepsOf(query)
    expect(steps.join('\n')).toContain(index)
    expect(steps.filter((step) => /Seq Scan on "?(Entry|Lot)|SCAN (e|l|Entry|Lot)\b/.test(step))).toEqual([])
  })

  test('a balance is one statement, over open lots only', async () => {
    const { db, statements } = watched(database.db)
    const balance = await createWalletReads({ db, clock }).balance(accountId)
    expect(balance).toMatchObject({ credits: 7, next: { kind: 'pack', credits: 7 } })

    expect(statements).toHaveLength(1)
    const [text = '', ...values] = z.tuple([z.string()], z.unknown()).parse(statements[0])
    const steps = await stepsOf(sql(text.split(provider === 'sqlite' ? '?' : '$1'), ...repeated(values[0], text, provider)))
    expect(steps.join('\n')).toContain('Lot_open_idx')
    expect(steps.filter((step) => /Seq Scan on "?(Entry|Lot|Wallet)|SCAN (Entry|Lot|Wallet)\b/.test(step))).toEqual([])
  })

  test.each(['lots', 'history', 'settings'] as const)('%s are one statement', async (read) => {
    const { db, statements } = watched(database.db)
    const reads = createWalletReads({ db, clock })
    await (read === 'history' ? reads.history(accountId, { limit: 30 }) : reads[read](accountId))
    expect(statements).toHaveLength(1)
  })
})

/** The database, and what it was asked meanwhile. */
function watched(db: Db): { db: Db; statements: unknown[] } {
  const statements: unknown[] = []
  const read = db.read.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        statements.push(args)
        return query(args)
      },
    },
  })
  // Extended clients have no event methods; reads use none.
  return { db: { ...db, read: read as unknown as Db['read'] }, statements }
}

/** The one parameter of a statement, as often as the text names it. */
function repeated(value: unknown, text: string, provider: Db['provider']): unknown[] {
  return Array(text.split(provider === 'sqlite' ? '?' : '$1').length - 1).fill(value)
}
