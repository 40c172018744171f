import type { Prisma } from '../../generated/sqlite/client.ts'
import type { ImageRow } from '../images/images.ts'
import type { Tx } from '../platform/db.ts'
import type { CompanionWriter } from '../wallet/companion.ts'

/** A generation and its jobs, born with the hold that pays for them. */
export interface Birth {
  generation: Prisma.GenerationCreateManyInput
  jobs: Prisma.GenerationJobCreateManyInput[]
}

export const births: CompanionWriter<Birth> = {
  write: async (tx, rows) => {
    await tx.generation.createMany({ data: rows.map((row) => row.generation) })
    await tx.generationJob.createMany({ data: rows.flatMap((row) => row.jobs) })
    const intents = rows.map(({ generation }) => ({ accountId: generation.accountId, intentId: generation.intentId }))
    await tx.draft.deleteMany({ where: { OR: intents } })
  },
}

/** How one job ended. `leaseToken` is what the worker held, or null for a job that no worker has. */
export interface Ending {
  jobId: string
  generationId: string
  leaseToken: string | null
  state: 'delivered' | 'failed' | 'cancelled'
  charged: number
  image: ImageRow | null
  reason: string | null
  at: Date
}

/** Ends jobs with the capture or release of their credits; only while whoever ends them still has the lease. */
export const endings: CompanionWriter<Ending> = {
  check: async (tx, rows) => {
    const jobs = await tx.generationJob.findMany({ where: { id: { in: rows.map((row) => row.jobId) }, finishedAt: null } })
    const leases = new Map(jobs.map((job) => [job.id, job.leaseToken]))
    return rows.map((row) => leases.has(row.jobId) && leases.get(row.jobId) === row.leaseToken)
  },
  write: async (tx, rows) => {
    const images = rows.flatMap((row) => row.image ?? [])
    if (images.length > 0) await tx.image.createMany({ data: images })
    for (const row of rows) {
      const { jobId: id, leaseToken, state, charged, reason, at } = row
      const ended = { state, charged, reason, imageId: row.image?.id ?? null, finishedAt: at, leaseToken: null, leaseUntil: null }
      const { count } = await tx.generationJob.updateMany({ where: { id, leaseToken, finishedAt: null }, data: ended })
      // On PostgreSQL another server may have taken the job since it was checked. The batch fails, and the check says no next time.
      if (count !== 1) throw new Error(`Job ${id} was taken while its end was written`)
    }
    await finishGenerations(tx, [...new Set(rows.map((row) => row.generationId))], rows[0]?.at ?? new Date(0))
  },
}

/** A generation is finished when its last job is. Its jobs end one after another: their account is locked meanwhile. */
async function finishGenerations(tx: Tx, ids: string[], at: Date): Promise<void> {
  await tx.generation.updateMany({
    where: { id: { in: ids }, finishedAt: null, jobs: { every: { finishedAt: { not: null } } } },
    data: { finishedAt: at },
  })
}
