import { describe, expect, test } from 'vitest'
import { request } from '../../../test/support/requests.ts'
import { startTestApp } from '../../../test/support/test-app.ts'
import { databases } from '../../../test/support/test-database.ts'
import { until } from '../../../test/support/until.ts'
import { untilAborted, watchedEngine } from '../../../test/support/watched-engine.ts'
import { createPace, type Work } from './pace.ts'
import { type Standing, waitOf } from './waits.ts'

const standing = (change: Partial<Standing> = {}): Standing => ({
  queued: 4,
  drawn: [],
  ahead: 0,
  concurrency: 2,
  msEach: 10_000,
  ...change,
})

test('with nobody ahead it begins at once, and takes as long as its images do', () => {
  expect(waitOf(standing())).toEqual({ queue: { ahead: 0, seconds: 1 }, secondsLeft: 20 })
})

test('each image ahead puts it off, and the wait becomes shorter as they are made', () => {
  const waits = [8, 5, 2, 1].map((ahead) => waitOf(standing({ ahead })).queue)
  expect(waits).toEqual([
    { ahead: 8, seconds: 35 },
    { ahead: 5, seconds: 20 },
    { ahead: 2, seconds: 5 },
    { ahead: 1, seconds: 1 },
  ])
})

test('once all of its images are being drawn there is no queue, and what is left follows from how far they are', () => {
  expect(waitOf(standing({ queued: 0, drawn: [0.9, 0.2] }))).toEqual({ queue: null, secondsLeft: 8 })
  expect(waitOf(standing({ queued: 0, drawn: [null] }))).toEqual({ queue: null, secondsLeft: 5 })
})

test('what nobody has measured yet is not guessed', () => {
  expect(waitOf(standing({ ahead: 3, msEach: null }))).toEqual({ queue: { ahead: 3, seconds: null }, secondsLeft: null })
})

test('what is finished waits for nothing', () => {
  expect(waitOf(standing({ queued: 0, ahead: 5 }))).toEqual({ queue: null, secondsLeft: null })
})

const work = (change: Partial<Work> = {}): Work => ({ engine: 'print', operation: 'generate', size: 1024, ...change })

test('the pace is the middle of the last images of a kind: one that hung counts as one', () => {
  const pace = createPace()
  expect(pace.usual(work())).toBeNull()
  for (const ms of [400, 60_000, 500]) pace.note(work(), ms)
  expect(pace.usual(work())).toBe(500)
  for (let image = 0; image < 15; image++) pace.note(work(), 100)
  expect(pace.usual(work())).toBe(100)
})

test('a large print is not said to be as quick as small ones, nor another operation or engine', () => {
  const pace = createPace()
  pace.note(work(), 400)
  for (const other of [{ size: 4096 }, { operation: 'upscale' }, { engine: 'studio' }]) {
    expect(pace.usual(work(other))).toBeNull()
    pace.note(work(other), 9_000)
  }
  expect([pace.usual(work()), pace.usual(work({ size: 4096 }))]).toEqual([400, 9_000])
})

describe.each(databases)('on %s', (database) => {
  test('who comes later is told how many images of others come first, and is next once those are stopped', async () => {
    const app = await startTestApp({ database, engines: [watchedEngine((_, { signal }) => untilAborted(signal))] })
    const [first, second] = await Promise.all([app.guest(), app.guest()])
    const before = await first.client.generations.request.mutate(request(3))
    app.clock.advance({ ms: 1000 })
    const { id } = await second.client.generations.request.mutate(request(2))
    const seen = () => second.client.generations.get.query({ id })
    expect((await seen()).queue).toEqual({ ahead: 3, seconds: null })
    expect((await first.client.generations.get.query({ id: before.id })).queue?.ahead).toBe(0)

    await first.client.generations.cancel.mutate({ id: before.id })
    await until('its turn', seen, ({ items, queue }) => items.some(({ state }) => state === 'running') && queue?.ahead === 0)
    await second.client.generations.cancel.mutate({ id })
    expect(await seen()).toMatchObject({ finished: true, queue: null, secondsLeft: null })
    await app.close()
  })
})
