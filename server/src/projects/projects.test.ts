import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'

let app: TestApp<TestDatabase>

const newProject = (more: Record<string, unknown> = {}) => ({ intentId: randomUUID(), name: 'Resort 27', budget: 4, ...more })

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    app = await startTestApp({ database })
  })
  afterEach(() => app.close())

  test('a project begins with a name, a budget and nothing used; without a word a used-up budget stops', async () => {
    const { client } = await app.guest()
    const made = await client.projects.create.mutate(newProject({ name: '  Resort 27 ' }))
    const expected = { name: 'Resort 27', budget: 4, whenUsedUp: 'stop', used: 0, left: 4, images: 0, archivedAt: null }
    expect(made).toMatchObject(expected)
    const open = await client.projects.create.mutate({ intentId: randomUUID(), name: 'No limit' })
    expect(open).toMatchObject({ budget: null, left: null })
    expect((await client.projects.list.query()).projects.map(({ name }) => name).sort()).toEqual(['No limit', 'Resort 27'])
  })

  test('the same intent makes one project; with another name or budget it is IDEMPOTENCY_MISMATCH', async () => {
    const { client } = await app.guest()
    const asked = newProject()
    const made = await Promise.all([1, 2, 3].map(() => client.projects.create.mutate(asked)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    for (const other of [{ name: 'Another' }, { budget: 5 }, { whenUsedUp: 'ask' as const }]) {
      expect((await refusalOf(client.projects.create.mutate({ ...asked, ...other }))).code).toBe('IDEMPOTENCY_MISMATCH')
    }
    expect((await client.projects.list.query()).projects).toHaveLength(1)
  })

  test('two accounts with the same intent have a project each', async () => {
    const [mine, theirs] = [await app.guest(), await app.guest()]
    const asked = newProject()
    const made = await Promise.all([mine, theirs].map(({ client }) => client.projects.create.mutate(asked)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(2)
  })

  test('an update replaces name and budget and keeps what was used; sent again it changes nothing', async () => {
    const { client } = await app.guest()
    const { id } = await client.projects.create.mutate(newProject())
    await finished(client, (await client.generations.request.mutate(request(2, { projectId: id }))).id)
    const update = { intentId: randomUUID(), id, name: 'Resort 28', budget: 60, whenUsedUp: 'ask' as const }
    const expected = { name: 'Resort 28', budget: 60, whenUsedUp: 'ask', used: 2, left: 58, images: 2 }
    expect(await client.projects.update.mutate(update)).toMatchObject(expected)
    await client.projects.update.mutate({ ...update, intentId: randomUUID(), name: 'Resort 29' })
    expect(await client.projects.update.mutate(update)).toMatchObject({ name: 'Resort 29' })
    expect((await refusalOf(client.projects.update.mutate({ ...update, name: 'Resort 30' }))).code).toBe('IDEMPOTENCY_MISMATCH')
  })

  test('what a project used counts images being made, and gives back those that fail', async () => {
    const { client } = await app.guest()
    const { id } = await client.projects.create.mutate(newProject())
    const asked = await client.generations.request.mutate(request(3, { projectId: id }))
    expect(asked.projectId).toBe(id)
    await client.generations.cancel.mutate({ id: asked.id })
    const done = await finished(client, asked.id)
    const [project] = (await client.projects.list.query()).projects
    expect(project).toMatchObject({ used: done.charged, left: 4 - done.charged, images: done.charged })
  })

  test('a used-up budget refuses with what it leaves, holds nothing, and lets the same intent through once it is raised', async () => {
    const { client } = await app.guest()
    const { id } = await client.projects.create.mutate(newProject())
    const asked = request(5, { projectId: id })
    const refusal = { code: 'BUDGET_REACHED', details: { budget: 4, budgetLeft: 4 } }
    expect(await refusalOf(client.generations.request.mutate(asked))).toEqual(refusal)
    expect(await refusalOf(client.generations.request.mutate({ ...asked, overBudget: true }))).toEqual(refusal)
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25, held: 0 })
    expect(await client.generations.drafts.query()).toEqual([])
    const quote = await client.pricing.quote.query({ operation: 'generate', count: 5, size: 1024, projectId: id })
    expect(quote).toMatchObject({ credits: 5, shortfall: 0, refusal })
    await client.projects.update.mutate({ intentId: randomUUID(), id, name: 'Resort 27', budget: 5, whenUsedUp: 'stop' })
    const { id: made } = await client.generations.request.mutate(asked)
    expect(await finished(client, made)).toMatchObject({ charged: 5, projectId: id })
  })

  test('a budget that asks lets the same intent through with a yes, and asks again the next time', async () => {
    const { client } = await app.guest()
    const { id } = await client.projects.create.mutate(newProject({ budget: 1, whenUsedUp: 'ask' }))
    const asked = request(2, { projectId: id })
    expect((await refusalOf(client.generations.request.mutate(asked))).code).toBe('BUDGET_REACHED')
    await finished(client, (await client.generations.request.mutate({ ...asked, overBudget: true })).id)
    expect((await client.projects.list.query()).projects).toMatchObject([{ used: 2, left: 0 }])
    const next = request(1, { projectId: id })
    expect(await refusalOf(client.generations.request.mutate(next))).toMatchObject({ details: { budget: 1, budgetLeft: 0 } })
  })

  test('a budget that only tells never refuses', async () => {
    const { client } = await app.guest()
    const { id } = await client.projects.create.mutate(newProject({ budget: 0, whenUsedUp: 'tell' }))
    await finished(client, (await client.generations.request.mutate(request(2, { projectId: id }))).id)
    expect((await client.projects.list.query()).projects).toMatchObject([{ used: 2, left: 0, images: 2 }])
  })

  test('an unknown, a foreign and an archived project are NOT_FOUND, for what is free, too, and nothing is held', async () => {
    const [mine, theirs] = [await app.guest(), await app.guest()]
    const foreign = await theirs.client.projects.create.mutate(newProject())
    const archived = await mine.client.projects.create.mutate(newProject())
    await mine.client.projects.archive.mutate({ id: archived.id })
    const source = await finished(mine.client, (await mine.client.generations.request.mutate(request(1))).id)
    const sourceImageId = source.items[0]?.image?.id
    const free = { operation: 'recolour' as const, prompt: '', sourceImageId, palette: ['#112233', '#eeeeee'], maxCredits: 0 }
    for (const projectId of [randomUUID(), foreign.id, archived.id]) {
      expect((await refusalOf(mine.client.generations.request.mutate(request(1, { projectId })))).code).toBe('NOT_FOUND')
      expect((await refusalOf(mine.client.generations.request.mutate(request(1, { projectId, ...free })))).code).toBe('NOT_FOUND')
      const quoted = mine.client.pricing.quote.query({ operation: 'recolour', count: 1, size: 1024, projectId })
      expect((await refusalOf(quoted)).code).toBe('NOT_FOUND')
    }
    expect(await mine.client.wallet.balance.query()).toMatchObject({ credits: 24, held: 0 })
    const attempts = [
      mine.client.projects.update.mutate({ ...newProject(), id: foreign.id, budget: 9, whenUsedUp: 'stop' }),
      mine.client.projects.archive.mutate({ id: foreign.id }),
    ]
    expect((await Promise.all(attempts.map(refusalOf))).map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect(await theirs.client.projects.list.query()).toMatchObject({ projects: [{ budget: 4, archivedAt: null }] })
  })

  test('a request that was taken in before is answered the same after its project was archived', async () => {
    const { client } = await app.guest()
    const { id: projectId } = await client.projects.create.mutate(newProject())
    const asked = request(1, { projectId })
    const { id } = await client.generations.request.mutate(asked)
    await finished(client, id)
    await client.projects.archive.mutate({ id: projectId })
    expect((await client.generations.request.mutate(asked)).id).toBe(id)
  })

  test('an archived project keeps its images and its date, is listed apart, and can be taken out again', async () => {
    const { client } = await app.guest()
    const { id } = await client.projects.create.mutate(newProject())
    await finished(client, (await client.generations.request.mutate(request(1, { projectId: id }))).id)
    const { archivedAt } = await client.projects.archive.mutate({ id })
    app.clock.advance({ days: 1 })
    expect(await client.projects.archive.mutate({ id })).toMatchObject({ archivedAt, images: 1 })
    expect((await client.projects.list.query()).projects).toEqual([])
    expect((await client.projects.list.query({ archived: true })).projects).toMatchObject([{ id, archivedAt }])
    expect((await client.generations.list.query({ projectId: id })).generations).toHaveLength(1)
    expect(await client.projects.archive.mutate({ id, archived: false })).toMatchObject({ archivedAt: null })
    await finished(client, (await client.generations.request.mutate(request(1, { projectId: id }))).id)
  })

  test('projects come page by page, newest first; generations can be asked for by project', async () => {
    const { client } = await app.guest()
    const ids: string[] = []
    for (const name of ['one', 'two', 'three']) {
      ids.push((await client.projects.create.mutate(newProject({ name, budget: null }))).id)
      app.clock.advance({ ms: 1000 })
    }
    const first = await client.projects.list.query({ limit: 2 })
    expect(first.projects.map(({ name }) => name)).toEqual(['three', 'two'])
    const second = await client.projects.list.query({ limit: 2, cursor: first.nextCursor ?? '' })
    expect([second.projects.map(({ name }) => name), second.nextCursor]).toEqual([['one'], null])

    const made = await client.generations.request.mutate(request(1, { projectId: ids[0] }))
    await client.generations.request.mutate(request(1, { projectId: ids[1] }))
    await client.generations.request.mutate(request(1))
    const inFirst = await client.generations.list.query({ projectId: ids[0] ?? '' })
    expect(inFirst.generations.map(({ id }) => id)).toEqual([made.id])
    expect((await client.generations.list.query({})).generations).toHaveLength(3)
  })

  test('a project that is put away between two pages takes none of the next with it, nor do those made in one moment', async () => {
    const { client } = await app.guest()
    const made = []
    for (const name of ['one', 'two', 'three']) made.push(await client.projects.create.mutate(newProject({ name })))
    app.clock.advance({ ms: 1000 })
    const { id: cursor } = await client.projects.create.mutate(newProject({ name: 'four' }))
    const first = await client.projects.list.query({ limit: 1 })
    expect(first.nextCursor).toBe(cursor)
    await client.projects.archive.mutate({ id: cursor })
    const seen = []
    for (let next: string | null = cursor; next !== null; ) {
      const page = await client.projects.list.query({ limit: 1, cursor: next })
      seen.push(...page.projects.map(({ id }) => id))
      next = page.nextCursor
    }
    expect(seen.sort()).toEqual(made.map(({ id }) => id).sort())
  })

  test("another account's project or generation is no cursor", async () => {
    const [mine, theirs] = [await app.guest(), await app.guest()]
    const { id } = await theirs.client.projects.create.mutate(newProject())
    const asked = await theirs.client.generations.request.mutate(request(1))
    await mine.client.projects.create.mutate(newProject())
    await mine.client.generations.request.mutate(request(1))
    expect((await refusalOf(mine.client.projects.list.query({ cursor: id }))).code).toBe('NOT_FOUND')
    expect((await refusalOf(mine.client.generations.list.query({ cursor: asked.id }))).code).toBe('NOT_FOUND')
  })

  test.each([
    ['no name', { name: '  ' }, 'name'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, 'name'],
    ['a budget below zero', { budget: -1 }, 'budget'],
    ['half a credit', { budget: 1.5 }, 'budget'],
    ['a rule that is not one', { whenUsedUp: 'maybe' }, 'whenUsedUp'],
    ['a field nobody knows', { used: 0 }, ''],
  ])('%s is refused', async (_name, wrong, field) => {
    const { client } = await app.guest()
    expect(await refusalOf(client.projects.create.mutate(newProject(wrong)))).toEqual({ code: 'BAD_REQUEST', details: { field } })
  })
})
