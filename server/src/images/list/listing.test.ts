import { imageListRequest } from 'shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { writeLongGallery } from '../../../../test/support/long-gallery.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { systemClock } from '../../platform/clock.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import { countSql, listSql } from './list-sql.ts'
import { createListing, type Listing } from './listing.ts'

const many = 10_000
const until = new Date('2026-11-22T09:00:00Z')
const asked = (more: z.input<typeof imageListRequest> = {}) => imageListRequest.parse(more)
const view = ({ id, favouriteAt, createdAt }: { id: string; favouriteAt: Date | null; createdAt: Date }) => {
  const address = 'http://127.0.0.1/images'
  const picture = { width: 1024, height: 1024, bytes: 1000, mime: 'image/png', url: address, thumbUrl: address, svgUrl: null }
  return { id, ...picture, palette: [], paletteNames: [], favourite: favouriteAt !== null, createdAt: createdAt.toISOString() }
}

describe.each(databases)('on %s', (provider) => {
  let database: TestDatabase
  let listing: Listing
  const ids = async (more: z.input<typeof imageListRequest>) =>
    (await listing.list('ana', asked(more))).images.map(({ id }) => id)

  beforeAll(async () => {
    database = await openTestDatabase(provider)
    listing = createListing({ db: database.db, clock: systemClock, view })
    const files = { contentKeys: ['one', 'two'], until }
    await writeLongGallery(database.db, {
      accountId: 'ana',
      images: many,
      projectIds: ['project-resort', null, 'project-swim', null],
      ...files,
    })
    await writeLongGallery(database.db, { accountId: 'bia', images: 40, projectIds: ['project-theirs'], ...files })
    // As PostgreSQL does by itself after a while: without it a plan is a guess.
    await database.db.write.$executeRawUnsafe('ANALYZE')
  })
  afterAll(() => database.close())

  test('page by page every image comes once, newest first, and nobody else’s', async () => {
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listing.list('ana', asked({ cursor, limit: 100 }))
      seen.push(...page.images.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(many)
    expect(new Set(seen).size).toBe(many)
    expect(seen.slice(0, 5)).toEqual([3, 2, 1, 0].map((i) => `ana-000000-${i}`).concat('ana-000001-3'))
  })

  test.each([
    ['of all', {}],
    ['of a project', { projectId: 'project-swim' }],
    ['of no project', { projectId: null }],
  ])('a page %s reads the same few rows at the beginning, in the middle and at the end', async (_name, more) => {
    for (const at of [null, 1200, 2490]) {
      const createdAt = new Date(until.getTime() - (at ?? 0) * 60_000)
      const after = at === null ? null : { createdAt, generationId: `ana-${String(at).padStart(6, '0')}`, index: 0 }
      const { steps, rows } = await explain(listSql('ana', asked({ limit: 20, ...more }), after, 0))
      const index = 'projectId' in more ? 'Generation_accountId_projectId_createdAt_idx' : 'Generation_accountId_createdAt_idx'
      // PostgreSQL tells what was read; SQLite, which has no other plan, which indexes it goes along.
      if (rows === null) expect(steps).toMatch(new RegExp(`${index}[^]*GenerationJob_generationId_index_key[^]*Image`))
      // 21 images of six generations: three tables, and a few rows that were read ahead.
      else expect(rows).toBeLessThan(100)
    }
  })

  /** The plan of a statement; on PostgreSQL, which tells it, also how many rows its scans have read. */
  async function explain(query: Sql): Promise<{ steps: string; rows: number | null }> {
    if (provider === 'sqlite') {
      const steps = z
        .array(z.object({ detail: z.string() }))
        .parse(await database.db.read.$queryRaw(sql`EXPLAIN QUERY PLAN ${query}`))
      return { steps: steps.map(({ detail }) => detail).join('\n'), rows: null }
    }
    const [answer] = planAnswer.parse(await database.db.read.$queryRaw(sql`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`))
    const read = answer?.['QUERY PLAN'][0]?.Plan
    return { steps: JSON.stringify(read), rows: read === undefined ? 0 : rowsRead(read) }
  }

  test('words are found in prompts without regard to accents and case, and colours by their names in three languages', async () => {
    const of = async (query: string) => (await listing.list('ana', asked({ query, limit: 100 }))).images.length
    expect(await of('FLORALS 2400')).toBe(4)
    expect(await of('#1c2a55')).toBe(100)
    const counts = await Promise.all(['marinho', 'marino', 'navy'].map(of))
    expect(counts).toEqual([100, 100, 100])
    expect(await of('recolorir')).toBe(100)
    expect(await of('100%')).toBe(0)
    expect(await of('florals nowhere')).toBe(0)
    // Bia's are the same prompts.
    expect((await listing.list('bia', asked({ query: 'toile' }))).images).toHaveLength(40)
  })

  test('what was made since is found as well', async () => {
    await listing.list('bia', asked({ query: 'ditsy' }))
    const write = { accountId: 'cleo', contentKeys: ['one'], until }
    await writeLongGallery(database.db, { ...write, images: 4 })
    expect((await listing.list('cleo', asked({ query: 'ditsy' }))).images).toHaveLength(4)
    await database.db.write.generation.updateMany({ where: { accountId: 'cleo' }, data: { accountId: 'dora' } })
    expect((await listing.list('dora', asked({ query: 'ditsy' }))).images).toHaveLength(4)
  })

  test('an image that goes for good while its words are written does not stop the search', async () => {
    await writeLongGallery(database.db, { accountId: 'eva', contentKeys: ['one'], until, images: 4 })
    const { read, write } = database.db
    const lateRead = Object.create(read, {
      $queryRaw: {
        value: async (query: Sql) => {
          const rows = await read.$queryRaw(query)
          await write.image.deleteMany({ where: { id: 'eva-000000-1' } })
          return rows
        },
      },
    })
    const late = createListing({ db: { ...database.db, read: lateRead }, clock: systemClock, view })
    expect((await late.list('eva', asked({ query: 'ditsy' }))).images).toHaveLength(3)
  })

  test('deleted images are left out, and listed apart while they can be had back', async () => {
    const [lost, gone] = ['ana-000003-0', 'ana-000003-1']
    const mark = (id: string | undefined, deletedAt: Date) =>
      database.db.write.image.updateMany({ where: { id: id ?? '' }, data: { deletedAt } })
    await mark(lost, new Date())
    await mark(gone, new Date(0))
    expect(await ids({ projectId: null, query: 'florals 3', limit: 3 })).not.toContain(lost)
    expect(await ids({ deleted: true })).toEqual([lost])
    expect((await listing.counts('ana')).reduce((sum, { images }) => sum + images, 0)).toBe(many - 2)
    await database.db.write.image.updateMany({ where: { accountId: 'ana' }, data: { deletedAt: null } })
  })

  test('favourites, operation, engine, period and source narrow the list', async () => {
    await database.db.write.image.updateMany({ where: { id: 'ana-000007-2' }, data: { favouriteAt: until } })
    await database.db.write.generation.updateMany({ where: { id: 'ana-000008' }, data: { operation: 'vary', engine: 'loom' } })
    await database.db.write.generation.updateMany({ where: { id: 'ana-000009' }, data: { sourceImageId: 'ana-000007-2' } })
    const fourOf = (generation: string) => [3, 2, 1, 0].map((i) => `ana-${generation}-${i}`)
    expect(await ids({ favourite: true })).toEqual(['ana-000007-2'])
    expect(await ids({ operation: 'vary' })).toEqual(fourOf('000008'))
    expect(await ids({ engine: 'loom' })).toEqual(fourOf('000008'))
    expect(await ids({ sourceImageId: 'ana-000007-2' })).toEqual(fourOf('000009'))
    expect(await ids({ since: new Date(until.getTime() - 60_000).toISOString() })).toEqual([
      ...fourOf('000000'),
      ...fourOf('000001'),
    ])
  })

  test('images are counted by project, the project of the newest first', async () => {
    const counts = await listing.counts('ana')
    expect(counts.map(({ projectId, images }) => [projectId, images])).toEqual([
      ['project-resort', many / 4],
      [null, many / 2],
      ['project-swim', many / 4],
    ])
    expect((await explain(countSql('ana'))).steps).not.toContain('Image_deletedAt_idx')
  })

  test('filters narrow each other, and what is deleted or made between two pages changes neither the ones before nor after', async () => {
    const narrowed = { projectId: null, query: 'florals', since: new Date(until.getTime() - 20 * 60_000).toISOString(), limit: 6 }
    const whole = await ids({ ...narrowed, limit: 100 })
    expect(whole).toHaveLength(40)
    const first = await listing.list('ana', asked(narrowed))
    const { id: last } = first.images[5] ?? { id: '' }
    // The very image that the next page goes on from.
    await database.db.write.image.updateMany({ where: { id: last }, data: { deletedAt: until } })
    const made = {
      accountId: 'ana',
      memberId: 'm',
      operation: 'recolour',
      prompt: 'florals',
      count: 0,
      size: 1024,
      engine: 'print',
    }
    const plain = { seed: 1, creditsEach: 0, priceVersion: 1, understood: '[]', ignored: '[]' }
    const later = new Date(until.getTime() + 1_000)
    await database.db.write.generation.create({
      data: { id: 'ana-newer', intentId: 'ana-newer', holdId: 'ana-newer', ...made, ...plain, createdAt: later },
    })
    await database.db.write.generationJob.update({ where: { id: 'ana-000019-0-job' }, data: { generationId: 'ana-newer' } })
    const rest: string[] = []
    for (let cursor = first.nextCursor; cursor !== null; ) {
      const page = await listing.list('ana', asked({ ...narrowed, cursor }))
      rest.push(...page.images.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect([...first.images.map(({ id }) => id), ...rest]).toEqual(whole.filter((id) => id !== 'ana-000019-0'))
    await database.db.write.image.updateMany({ where: { id: last }, data: { deletedAt: null } })
  })

  test('what a search means is its letters, none of the database’s own signs', async () => {
    for (const query of ['%', '_', '!', "' OR 1=1 --", 'flor_ls', 'flo%ls', '\\'])
      expect(await ids({ query, limit: 1 }), query).toEqual([])
    expect(await ids({ query: 'FLÔRÁLS  ditsy', limit: 1 })).toHaveLength(1)
  })

  test('another account’s image is no cursor and has no detail', async () => {
    await expect(listing.list('ana', asked({ cursor: 'bia-000001-0' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(listing.detail('ana', 'bia-000001-0')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('an image is shown with what it was made from and where that was found', async () => {
    const pageUrl = 'http://moodboard.example/night'
    await database.db.write.image.updateMany({ where: { id: 'ana-000007-2' }, data: { pageUrl, pageTitle: 'Night florals' } })
    await database.db.write.generation.updateMany({ where: { id: 'ana-000009' }, data: { sourceImageId: 'ana-000007-2' } })
    const detail = await listing.detail('ana', 'ana-000009-1')
    expect(detail).toMatchObject({
      image: { id: 'ana-000009-1', generationId: 'ana-000009', operation: 'recolour', prompt: 'ditsy florals 9', charged: 0 },
      source: { id: 'ana-000007-2' },
      page: { url: pageUrl, title: 'Night florals' },
    })
  })
})

interface Plan {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  'Node Type': string
  Plans?: Plan[] | undefined
}
const plan: z.ZodType<Plan> = z.lazy(() =>
  z.looseObject({
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    'Node Type': z.string(),
    Plans: z.array(plan).optional(),
  }),
)
const planAnswer = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: plan })) }))

/** Rows that the scans of a plan have read, those with it that they threw away. */
function rowsRead({ Plans = [], ...node }: Plan): number {
  const own = node['Node Type'].includes('Scan')
    ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    : 0
  return own + Plans.reduce((sum, part) => sum + rowsRead(part), 0)
}
