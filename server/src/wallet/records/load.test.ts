import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { dialectOf } from './dialect.ts'
import { type Asked, loadStatement } from './load.ts'

const nothing: Asked = { accounts: ['account-1'], keys: [], holds: [], refunds: [], lots: [], projects: [] }
const plan = z.array(z.union([z.object({ detail: z.string() }), z.object({ 'QUERY PLAN': z.string() })]))

describe.each(databases)('on %s', (provider) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(provider)
  })
  afterAll(() => database.close())

  /** What the database would do, a line a step. Empty tables are quicker read whole: PostgreSQL is told to look past that. */
  async function stepsFor(asked: Asked): Promise<string[]> {
    const sql = loadStatement(dialectOf(provider), asked)
    const rows = await database.db.write.$transaction(async (tx) => {
      if (provider === 'sqlite') return tx.$queryRawUnsafe(`EXPLAIN QUERY PLAN ${sql}`, JSON.stringify(asked))
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRawUnsafe(`EXPLAIN ${sql}`, JSON.stringify(asked))
    })
    return plan.parse(rows).map((row) => ('detail' in row ? row.detail : row['QUERY PLAN']))
  }

  test.each<[string, Partial<Asked>]>([
    ['a hold', { keys: [['account-1', 'key-1']] }],
    ['a hold of a project', { keys: [['account-1', 'key-1']], projects: ['project-1'] }],
    ['a capture or a release', { keys: [['account-1', 'key-1']], holds: ['hold-1'] }],
    ['a refund', { keys: [['account-1', 'key-1']], holds: ['hold-1'], refunds: ['hold-1'] }],
    ['the end of a lot, or a claw-back', { keys: [['account-1', 'key-1']], lots: ['lot-1'] }],
  ])('what %s must see is found by indexes, however many rows there are', async (_, asked) => {
    const steps = await stepsFor({ ...nothing, ...asked })
    const wholeTable =
      /Seq Scan on "?(Wallet|Lot|Hold|HoldLeg|Budget|CommandKey)|SCAN (Wallet|Lot|Hold|HoldLeg|Budget|CommandKey|c)\b/
    expect(steps.filter((step) => wholeTable.test(step))).toEqual([])
    expect(steps.some((step) => step.includes('Lot_open_idx'))).toBe(true)
  })
})
