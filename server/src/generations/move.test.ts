import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { watchedEngine } from '../../../test/support/watched-engine.ts'

let app: TestApp<TestDatabase>
let client: Caller

const newProject = async (name: string, budget: number | null = null) =>
  (await client.projects.create.mutate({ intentId: randomUUID(), name, budget })).id
const project = async (id: string) => (await client.projects.list.query()).projects.find((one) => one.id === id)
const listed = async (projectId: string) =>
  (await client.generations.list.query({ projectId })).generations.map((generation) => generation.id)

describe.each(databases)('moving a generation on %s', (database) => {
  beforeEach(async () => {
    app = await startTestApp({ database, engines: [watchedEngine(() => {})] })
    client = (await app.guest()).client
  })
  afterEach(() => app.close())

  async function made(projectId: string | null): Promise<string> {
    const { id } = await client.generations.request.mutate(request(2, { projectId }))
    await finished(client, id)
    return id
  }

  test('its images are shown and counted in the other project, and out of any where there is none', async () => {
    const [from, to] = [await newProject('Resort 27'), await newProject('Resort 28')]
    const id = await made(from)
    expect(await client.generations.move.mutate({ id, projectId: to })).toMatchObject({ id, projectId: to })
    expect([await listed(from), await listed(to)]).toEqual([[], [id]])
    expect([(await project(from))?.images, (await project(to))?.images]).toEqual([0, 2])
    expect(await client.generations.move.mutate({ id, projectId: null })).toMatchObject({ projectId: null })
    expect(await listed(to)).toEqual([])
  })

  test('what they cost stays with the budget that paid: a project that is used up cannot be emptied by moving', async () => {
    const [from, to] = [await newProject('Resort 27', 2), await newProject('Resort 28', 2)]
    const id = await made(from)
    await client.generations.move.mutate({ id, projectId: to })
    expect([(await project(from))?.left, (await project(to))?.left]).toEqual([0, 2])
    expect((await client.generations.receipt.query({ id })).project).toEqual({ id: from, name: 'Resort 27' })
    expect((await refusalOf(client.generations.request.mutate(request(1, { projectId: from })))).code).toBe('BUDGET_REACHED')
  })

  test('into another account’s project, or one that is put away, is NOT_FOUND, and nothing moves', async () => {
    const kept = await newProject('Resort 27')
    const archived = await newProject('Resort 20')
    await client.projects.archive.mutate({ id: archived })
    const id = await made(kept)
    const mine = client
    client = (await app.guest()).client
    const foreign = await newProject('Theirs')
    client = mine
    for (const projectId of [archived, foreign, 'nowhere-1']) {
      expect((await refusalOf(client.generations.move.mutate({ id, projectId }))).code).toBe('NOT_FOUND')
    }
    expect(await listed(kept)).toEqual([id])
  })
})
