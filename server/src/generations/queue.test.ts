import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { countingIds } from '../../../test/support/test-ids.ts'
import { accountId } from '../../../test/support/test-wallet.ts'
import { queueJobs } from '../../../test/support/waiting-jobs.ts'
import type { DbProvider } from '../platform/db.ts'
import { randomIds } from '../platform/ids.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet, type Wallet } from '../wallet/wallet.ts'
import { createQueue, type Leased, leaseMs, type Queue } from './queue.ts'
import { endings } from './rows.ts'
import { settle } from './settle.ts'

let database: TestDatabase
let clock: TestClock
let wallet: Wallet
let queue: Queue
afterEach(() => database.close())

/** A wallet with eight credits more than the jobs that wait cost. */
async function prepare(on: DbProvider, jobs: number): Promise<void> {
  database = await openTestDatabase(on)
  clock = new TestClock()
  const log = createLog('silent')
  wallet = createWallet({
    db: database.db,
    clock,
    journal: createJournal({ db: database.db, clock, log, onCommitted: () => {} }),
  })
  queue = createQueue({ db: database.db, clock, ids: countingIds() })
  await wallet.open(accountId)
  const expiresAt = Date.parse('2027-01-01')
  await wallet.grant({
    accountId,
    key: 'trial',
    lotId: 'lot-1',
    kind: 'trial',
    label: null,
    credits: jobs + 8,
    expiresAt,
    reference: null,
  })
  await queueJobs({ wallet, clock }, jobs)
}

async function claim(): Promise<Leased> {
  const leased = await queue.claim([])
  if (leased === null) throw new Error('There was nothing to claim')
  return leased
}

const tokenOf = async ({ job: { id } }: Leased) =>
  (await database.db.read.generationJob.findUniqueOrThrow({ where: { id } })).leaseToken
const fail = (leased: Leased) => settle({ wallet, clock }, leased, { state: 'failed', reason: 'ENGINE_FAILED' })

describe.each(databases)('on %s', (provider) => {
  beforeEach(() => prepare(provider, 2))

  test('jobs are claimed in order, each once, and then there is none', async () => {
    const claims = await Promise.all([queue.claim([]), queue.claim([]), queue.claim([])])
    expect(claims.map((leased) => leased?.job.id ?? null).sort()).toEqual(['job-0', 'job-1', null])
  })

  test('a job of an engine that can take no more waits; one of an engine that is not there any more is claimed', async () => {
    expect(await queue.claim(['print', 'other'])).toBeNull()
    expect((await queue.claim(['other']))?.job.id).toBe('job-0')
  })

  test('a job whose lease ran out is another server’s to claim, and not its that is still at work on it', async () => {
    const mine = [(await claim()).job.id, (await claim()).job.id]
    clock.advance({ ms: leaseMs + 1 })
    expect(await queue.claim([], mine)).toBeNull()
    expect((await queue.claim([]))?.job.id).toBe('job-0')
  })

  test('what a service is paid for is counted, and its ticket kept, only by whoever has the lease', async () => {
    const first = await claim()
    expect(await queue.countPurchase(first)).toBe(1)
    await queue.keepTicket(first, 'order 66')
    clock.advance({ ms: leaseMs + 1 })
    const second = await claim()
    expect(second.job).toMatchObject({ id: first.job.id, ticket: 'order 66', bought: 1 })
    await queue.keepTicket(second, 'order 67, since the service knew 66 no more')
    expect(await queue.countPurchase(second)).toBe(3)
    await expect(queue.countPurchase(first)).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(queue.keepTicket(first, 'late')).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('a job whose lease ran out is claimed again; who lost it cannot settle it any more, who has it can, once', async () => {
    const first = await claim()
    await claim()
    clock.advance({ ms: leaseMs })
    expect(await queue.claim([])).toBeNull()
    clock.advance({ ms: 1 })
    const second = await claim()
    expect([second.job.id, second.job.attempts]).toEqual([first.job.id, 2])
    expect(await fail(first)).toBe(false)
    expect(await fail(second)).toBe(true)
    expect(await wallet.balance(accountId)).toMatchObject({ credits: 9, held: 1 })
  })

  test('a heartbeat keeps the lease, and tells when another has it and when the job has ended', async () => {
    const first = await claim()
    await claim()
    clock.advance({ ms: leaseMs - 1 })
    expect(await queue.heartbeat(first)).toBe('held')
    clock.advance({ ms: leaseMs - 1 })
    expect((await claim()).job.id).toBe('job-1')
    clock.advance({ ms: 2 })
    expect((await claim()).job.id).toBe('job-0')
    expect(await queue.heartbeat(first)).toBe('lost')
    await fail({ ...first, leaseToken: (await tokenOf(first)) ?? '' })
    expect(await queue.heartbeat(first)).toBe('ended')
  })

  test('a job given back is claimed at once, and that was no try', async () => {
    const first = await claim()
    await queue.giveBack(first)
    const again = await claim()
    expect([again.job.id, again.job.attempts]).toEqual([first.job.id, 1])
    expect(await fail(first)).toBe(false)
  })

  test('a stopped job cannot be delivered by the worker that still holds it: no image, no charge', async () => {
    const leased = await claim()
    const facts = {
      role: 'result',
      mime: 'image/png',
      bytes: 1,
      width: 1,
      height: 1,
      palette: '[]',
      recipe: null,
      likeness: null,
      svgKey: null,
      favouriteAt: null,
      deletedAt: null,
    }
    const from = { contentKey: 'key', pageUrl: null, pageTitle: null, imageUrl: null, createdAt: clock.now() }
    const image = { id: 'image-1', accountId, ...facts, ...from }
    expect(await settle({ wallet, clock }, leased, { state: 'cancelled', reason: 'CANCELLED' })).toBe(true)
    expect(await settle({ wallet, clock }, leased, { state: 'delivered', image, reason: null, among: null })).toBe(false)
    expect(await database.db.write.image.count()).toBe(0)
    expect(await wallet.balance(accountId)).toMatchObject({ credits: 9, held: 1 })
  })
})

test('two servers on one PostgreSQL that claim at the same time never get the same job', async () => {
  await prepare('postgresql', 24)
  const second = database.openAgain()
  const queues = [queue, createQueue({ db: second, clock, ids: randomIds })]
  const claims = await Promise.all(Array.from({ length: 30 }, (_, i) => queues[i % 2]?.claim([])))
  await second.close()
  const claimed = claims.flatMap((leased) => (leased ? [leased.job.id] : []))
  expect([claimed.length, new Set(claimed).size]).toEqual([24, 24])
})

test('an end that comes after another server has taken the job is not written, though it was allowed a moment before', async () => {
  await prepare('postgresql', 1)
  const lost = await claim()
  clock.advance({ ms: leaseMs + 1 })
  const { leaseToken } = await claim()
  const late = { jobId: lost.job.id, generationId: 'generation-1', leaseToken: lost.leaseToken, state: 'failed' as const }
  const ending = { ...late, charged: 0, among: null, image: null, reason: 'ENGINE_FAILED', at: clock.now() }
  await expect(database.db.write.$transaction((tx) => endings.write(tx, [ending]))).rejects.toThrow(/was taken/)
  expect(await database.db.read.generationJob.findMany()).toMatchObject([{ state: 'running', leaseToken }])
})
