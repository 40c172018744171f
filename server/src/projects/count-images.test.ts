import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { sql } from '../platform/sql.ts'
import { countImages, countSql } from './count-images.ts'

const step = z.union([z.object({ detail: z.string() }), z.object({ 'QUERY PLAN': z.string() })])
const at = new Date('2026-11-22T09:00:00Z')
const asked = { accountId: 'account-1', memberId: 'member-1', operation: 'generate', prompt: '', size: 1024, engine: 'print' }
const decided = { seed: 1, creditsEach: 1, priceVersion: 1, understood: '[]', ignored: '[]', createdAt: at }

describe.each(databases)('on %s', (provider) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await openTestDatabase(provider)
  })
  afterEach(() => database.close())

  /** A generation of a project, with a job for each of these states. */
  async function make(id: string, projectId: string | null, states: string[]) {
    const { write } = database.db
    const generation = { id, intentId: id, holdId: `hold-${id}`, projectId, count: states.length, ...asked, ...decided }
    await write.generation.create({ data: generation })
    const job = { generationId: id, seed: 1, createdAt: at }
    await write.generationJob.createMany({ data: states.map((state, index) => ({ ...job, id: `${id}-${index}`, index, state })) })
  }

  test('only what was delivered counts, for its own project', async () => {
    await make('a', 'project-1', ['delivered', 'failed', 'delivered', 'queued'])
    await make('b', 'project-1', ['delivered', 'cancelled'])
    await make('c', 'project-2', ['running'])
    await make('d', 'project-3', ['delivered'])
    await make('e', null, ['delivered'])
    const counts = await countImages(database.db.read, ['project-1', 'project-2', 'project-4'])
    expect(Object.fromEntries(counts)).toEqual({ 'project-1': 3, 'project-2': 0 })
  })

  test("everybody else's images are not gone through", async () => {
    const query = countSql(['project-1', 'project-2'])
    const steps = await database.db.write.$transaction(async (tx) => {
      if (provider === 'sqlite') return tx.$queryRaw(sql`EXPLAIN QUERY PLAN ${query}`)
      // Small tables are quicker read whole.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      return tx.$queryRaw(sql`EXPLAIN ${query}`)
    })
    const plan = z.array(step).parse(steps).map(Object.values).join('\n')
    expect(plan).toContain('Generation_projectId_createdAt_idx')
    expect(plan).toContain('GenerationJob_generationId_index_key')
    expect(plan).not.toContain('GenerationJob_state_createdAt_idx')
  })
})
