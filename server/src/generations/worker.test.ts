import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { plain } from '../../../test/support/pictures.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { accountId, type TestWallet, testWallet } from '../../../test/support/test-wallet.ts'
import { until } from '../../../test/support/until.ts'
import { queueJobs } from '../../../test/support/waiting-jobs.ts'
import { untilAborted } from '../../../test/support/watched-engine.ts'
import { type Engine, type EngineResult, isStillWanted } from '../engines/engine.ts'
import { createEngines } from '../engines/engines.ts'
import { diskStorage } from '../images/disk-storage.ts'
import { createImages } from '../images/images.ts'
import { createPixelWork } from '../images/pixel-work.ts'
import { createUrlSigner } from '../images/signed-url.ts'
import { randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { createQueue, leaseMs, type Queue } from './queue.ts'
import { settle } from './settle.ts'
import { createWorker, type Worker } from './worker.ts'

/** Eight credits more than the jobs cost. */
const spare = 8
const pixels = createPixelWork()
const folder = mkdtempSync(join(tmpdir(), 'toile-worker-'))
let database: TestDatabase
let books: TestWallet
let queue: Queue
let worker: Worker
let picture: Uint8Array

beforeEach(async () => {
  database = await openTestDatabase()
  books = testWallet(database)
  queue = createQueue({ db: database.db, clock: books.clock, ids: randomIds })
  picture = await plain(32, 32, '#16325c')
})
afterEach(async () => {
  vi.useRealTimers()
  await worker.stop(0)
  await books.verify()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

type Run = (...asked: Parameters<Engine['run']>) => Promise<EngineResult>

const engineOf = (run: Run, { timeoutMs = 60_000, concurrency = 1, name = 'service' } = {}): Engine => ({
  name,
  version: '1',
  kind: 'trained',
  limits: { concurrency, timeoutMs },
  can: () => true,
  understand: () => ({ understood: [], ignored: [] }),
  run,
  close: async () => {},
})

const result = (seed: number): EngineResult => {
  return { bytes: picture, seed, engine: 'service', model: 'm', warnings: [], understood: [] }
}

/** A worker at work on `jobs` jobs of the engine `service`. */
async function work(engine: Engine, jobs: number, from: Queue = queue): Promise<void> {
  const { db } = database
  const { clock, wallet } = books
  await wallet.open(accountId)
  await books.grant('trial', jobs + spare)
  await queueJobs(books, jobs, 'service')
  const signer = createUrlSigner('a secret of the tests, at least 32 long', () => clock.now())
  const here = { pixels, baseUrl: () => 'http://127.0.0.1', engineVersion: () => '1' }
  const images = createImages({ db, storage: diskStorage(folder), clock, ids: randomIds, signer, ...here })
  const quiet = { log: createLog('silent'), onChange: () => {} }
  worker = createWorker({ db, queue: from, engines: createEngines([engine]), images, wallet, clock, deafMs: 5, ...quiet })
  worker.start()
}

const jobsNow = () => database.db.read.generationJob.findMany({ orderBy: { index: 'asc' } })
const ended = () => until('the jobs', jobsNow, (jobs) => jobs.every(({ finishedAt }) => finishedAt !== null))

describe('an engine that hears nothing', () => {
  const deaf = () => new Promise<never>(() => {})

  test('loses its place soon after its time is over: the image costs nothing, and the next one is made', async () => {
    await work(
      engineOf(({ index, seed }) => (index === 0 ? deaf() : Promise.resolve(result(seed))), { timeoutMs: 500 }),
      2,
    )
    expect(await ended()).toMatchObject([
      { state: 'failed', reason: 'TIMED_OUT', charged: 0 },
      { state: 'delivered', charged: 1 },
    ])
    expect(await books.wallet.balance(accountId)).toMatchObject({ credits: spare + 1, held: 0 })
  })

  test('does not keep the server from ending: the image is the next start’s', async () => {
    const begun = Promise.withResolvers<void>()
    await work(
      engineOf(() => {
        begun.resolve()
        return deaf()
      }),
      1,
    )
    await begun.promise
    await worker.stop(0)
    expect(await jobsNow()).toMatchObject([{ state: 'queued', attempts: 0, leaseToken: null }])
  })
})

test('an image that cannot be settled at once is settled a moment later, and not bought again', async () => {
  const { wallet } = books
  let tries = 0
  const away: TestWallet['wallet'] = {
    ...wallet,
    capture: async (...asked) => {
      if (++tries === 1) throw new Error('The database was away')
      return wallet.capture(...asked)
    },
  }
  books = { ...books, wallet: away }
  await work(
    engineOf(({ seed }) => Promise.resolve(result(seed))),
    1,
  )
  expect(await ended()).toMatchObject([{ state: 'delivered', charged: 1, attempts: 1, bought: 1 }])
  expect(tries).toBe(2)
})

test('an image that comes while the server ends is delivered, and not bought again', async () => {
  const begun = Promise.withResolvers<void>()
  await work(
    engineOf(async ({ seed }, { signal }) => {
      begun.resolve()
      await untilAborted(signal).catch(() => {})
      return result(seed)
    }),
    1,
  )
  await begun.promise
  await worker.stop(0)
  expect(await jobsNow()).toMatchObject([{ state: 'delivered', charged: 1, bought: 1 }])
})

describe('a heartbeat that finds the lease gone', () => {
  /** Runs a job until the heartbeat, after something happened to it, and answers why the engine was stopped. */
  async function stoppedAfter(happens: () => Promise<unknown>): Promise<unknown> {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const begun = Promise.withResolvers<AbortSignal>()
    await work(
      engineOf((_job, { signal }) => {
        begun.resolve(signal)
        return untilAborted(signal)
      }),
      1,
    )
    const signal = await begun.promise
    await happens()
    await vi.advanceTimersByTimeAsync(leaseMs / 3)
    await until(
      'the engine to be stopped',
      () => signal.aborted,
      (aborted) => aborted,
    )
    return signal.reason
  }

  test('leaves the service at work where another server has the job', async () => {
    const reason = await stoppedAfter(async () => {
      books.clock.advance({ ms: leaseMs + 1 })
      expect((await queue.claim([]))?.job.attempts).toBe(2)
    })
    expect(isStillWanted(reason)).toBe(true)
    expect(await jobsNow()).toMatchObject([{ state: 'running', attempts: 2, finishedAt: null }])
  })

  test('stops the service where the designer stopped the image at another server', async () => {
    const reason = await stoppedAfter(async () => {
      const { generation, ...job } = await database.db.read.generationJob.findFirstOrThrow({ include: { generation: true } })
      const { leaseToken } = job
      await settle(books, { job, generation, leaseToken }, { state: 'cancelled', reason: 'CANCELLED' })
    })
    expect(reason).toMatchObject({ code: 'CANCELLED' })
    expect(isStillWanted(reason)).toBe(false)
  })
})

test('an engine never makes more at a time than it bears, whatever fails meanwhile', async () => {
  let [running, most, claims] = [0, 0, 0]
  const two = Promise.withResolvers<void>()
  const failing: Queue = {
    ...queue,
    claim: async (...asked) => {
      if (++claims % 3 === 0) throw new Error('The database was away')
      return queue.claim(...asked)
    },
  }
  const engine = engineOf(
    async ({ index, seed }) => {
      most = Math.max(most, ++running)
      if (running === 2) two.resolve()
      await two.promise
      running--
      if (index % 2 === 1) throw new Error('The service was away')
      return result(seed)
    },
    { concurrency: 2 },
  )
  await work(engine, 8, failing)
  const wake = setInterval(() => worker.wake(), 20)
  const states = (await ended()).map(({ state }) => state)
  clearInterval(wake)
  expect(states).toEqual(Array.from({ length: 8 }, (_, i) => (i % 2 === 1 ? 'failed' : 'delivered')))
  expect(most).toBe(2)
})

test('a server that slept past its lease does not set its own job to work a second time', async () => {
  const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const found: (string | null)[] = []
  const watched: Queue = {
    ...queue,
    claim: async (...asked) => {
      const leased = await queue.claim(...asked)
      found.push(leased?.job.id ?? null)
      return leased
    },
  }
  await work(
    engineOf(
      async ({ seed }) => {
        begun.resolve()
        await goOn.promise
        return result(seed)
      },
      { concurrency: 2 },
    ),
    1,
    watched,
  )
  await begun.promise
  books.clock.advance({ ms: leaseMs + 1 })
  const before = found.length
  await until(
    'two looks for work',
    () => found.length - before,
    (looks) => looks > 1,
  )
  goOn.resolve()
  expect(found.filter((id) => id !== null)).toEqual(['job-0'])
  expect(await ended()).toMatchObject([{ state: 'delivered', attempts: 1, bought: 1 }])
})

test('jobs of an engine that is not in the settings any more end at once, and their credits come back', async () => {
  await work(
    engineOf(({ seed }) => Promise.resolve(result(seed)), { name: 'another' }),
    2,
  )
  expect(await ended()).toMatchObject([{ state: 'failed' }, { state: 'failed' }])
  expect(await books.wallet.balance(accountId)).toMatchObject({ credits: 2 + spare, held: 0 })
})
