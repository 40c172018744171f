import type { Generation, GenerationJob } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'

/** A job that this process has leased: nobody else works on it until `leaseUntil`. */
export interface Leased {
  job: GenerationJob
  generation: Generation
  leaseToken: string
}

/** How long a worker keeps a job without a heartbeat, in ms. */
export const leaseMs = 30_000
/** A job whose worker died is tried again; after so many deaths its credit goes back. */
export const maxAttempts = 3

export interface Queue {
  /**
   * Leases the oldest job that waits or whose lease ran out, or answers null.
   * @param busy names of engines that can take no more
   * @param atWork ids of jobs that this process still works on, whatever became of their leases while it slept
   */
  claim(busy: readonly string[], atWork?: readonly string[]): Promise<Leased | null>
  /** Prolongs a lease, and tells whether it is still held. Where not, the job has `ended`, or another server has it: `lost`. */
  heartbeat(leased: Leased): Promise<'held' | 'ended' | 'lost'>
  /**
   * Keeps what an AI service gave for the image it is making. Where an earlier one stood, that was of no use, and the image was
   * bought again: that counts. Throws when the lease was lost: then nothing may be bought.
   */
  keepTicket(leased: Leased, ticket: string): Promise<void>
  /** Counts that a service is asked to make the image, and answers how often that was. Throws when the lease was lost. */
  countPurchase(leased: Leased): Promise<number>
  /** Puts a job back that nobody failed at: the server stops. It does not count as a try. */
  giveBack(leased: Leased): Promise<void>
  /**
   * Gives every leased job back to the queue, and answers how many. For the one process of a SQLite server, which at its start
   * knows that nobody works. On PostgreSQL others may: it does nothing, and the leases of the dead run out.
   */
  recover(): Promise<number>
}

/** The queue, in the database that holds everything else. */
export function createQueue({ db, clock, ids }: { db: Db; clock: Clock; ids: Ids }): Queue {
  const until = () => new Date(clock.now().getTime() + leaseMs)
  return {
    claim: async (busy, atWork = []) => {
      const lease = { leaseToken: ids.secret(), now: clock.now(), until: until(), busy, atWork }
      const id = db.provider === 'sqlite' ? await leaseByUpdate(db, lease) : await leaseByLock(db, lease)
      if (id === null) return null
      const job = await db.write.generationJob.findUniqueOrThrow({ where: { id }, include: { generation: true } })
      return { job, generation: job.generation, leaseToken: lease.leaseToken }
    },
    heartbeat: async ({ job, leaseToken }) => {
      const held = await db.write.generationJob.updateMany({ where: { id: job.id, leaseToken }, data: { leaseUntil: until() } })
      if (held.count === 1) return 'held'
      const unfinished = await db.write.generationJob.count({ where: { id: job.id, finishedAt: null } })
      return unfinished === 1 ? 'lost' : 'ended'
    },
    keepTicket: async ({ job, leaseToken }, ticket) => {
      const data = { ticket, ...(job.ticket === null ? {} : { bought: { increment: 1 } }) }
      const kept = await db.write.generationJob.updateMany({ where: { id: job.id, leaseToken }, data })
      if (kept.count !== 1) throw new ToileError('CANCELLED')
    },
    countPurchase: async ({ job, leaseToken }) => {
      const held = await db.write.generationJob.updateManyAndReturn({
        where: { id: job.id, leaseToken },
        data: { bought: { increment: 1 } },
        select: { bought: true },
      })
      const [counted] = held
      if (counted === undefined) throw new ToileError('CANCELLED')
      return counted.bought
    },
    giveBack: async ({ job, leaseToken }) => {
      const back = { state: 'queued', leaseToken: null, leaseUntil: null, attempts: { decrement: 1 } }
      await db.write.generationJob.updateMany({ where: { id: job.id, leaseToken }, data: back })
    },
    recover: async () => {
      if (db.provider === 'postgresql') return 0
      const freed = await db.write.generationJob.updateMany({
        where: { state: 'running' },
        data: { state: 'queued', leaseToken: null, leaseUntil: null },
      })
      return freed.count
    },
  }
}

interface Lease {
  leaseToken: string
  busy: readonly string[]
  atWork: readonly string[]
  now: Date
  until: Date
}

/** On SQLite, through the gate: looks for the next job, and takes it unless somebody was quicker. */
async function leaseByUpdate(db: Db, { leaseToken, now, until, busy, atWork }: Lease): Promise<string | null> {
  const free = { OR: [{ state: 'queued' }, { state: 'running', leaseUntil: { lt: now } }] }
  for (;;) {
    const where = { ...free, id: { notIn: [...atWork] }, generation: { engine: { notIn: [...busy] } } }
    const next = await db.write.generationJob.findFirst({ where, orderBy: [{ createdAt: 'asc' }, { index: 'asc' }] })
    if (next === null) return null
    const lease = { state: 'running', leaseToken, leaseUntil: until, attempts: { increment: 1 } }
    const claimed = await db.write.generationJob.updateMany({ where: { id: next.id, ...free }, data: lease })
    if (claimed.count === 1) return next.id
  }
}

/** On PostgreSQL: the next job that no other server is just taking, without waiting for it. */
async function leaseByLock(db: Db, { leaseToken, now, until, busy, atWork }: Lease): Promise<string | null> {
  const [claimed] = await db.write.$queryRaw<{ id: string }[]>`
    UPDATE "GenerationJob"
    SET "state" = 'running', "leaseToken" = ${leaseToken}, "leaseUntil" = ${until}, "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "GenerationJob"."id" FROM "GenerationJob" JOIN "Generation" ON "Generation"."id" = "generationId"
      WHERE ("state" = 'queued' OR ("state" = 'running' AND "leaseUntil" < ${now})) AND "engine" <> ALL (${[...busy]})
        AND "GenerationJob"."id" <> ALL (${[...atWork]})
      ORDER BY "GenerationJob"."createdAt", "index" LIMIT 1
      FOR UPDATE OF "GenerationJob" SKIP LOCKED
    )
    RETURNING "id"`
  return claimed?.id ?? null
}
