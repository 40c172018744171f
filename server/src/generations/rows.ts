import type { Generation, GenerationJob, Prisma } from '../../generated/sqlite/client.ts'
import type { ImageRow } from '../images/images.ts'
import type { Tx } from '../platform/db.ts'
import type { CompanionWriter } from '../wallet/companion.ts'

/** A generation as it is read. */
export type GenerationWithJobs = Generation & { jobs: GenerationJob[] }

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
  /** Paid images of its generation that it was compared with: another one refuses it. Null where it was compared with none. */
  among: string[] | null
  image: ImageRow | null
  reason: string | null
  at: Date
}

/** Ends jobs with the capture or release of their credits; only while whoever ends them still has the lease. */
export const endings: CompanionWriter<Ending> = {
  check: async (tx, rows) => {
    const jobs = await tx.generationJob.findMany({ where: { id: { in: rows.map((row) => row.jobId) }, finishedAt: null } })
    const leases = new Map(jobs.map((job) => [job.id, job.leaseToken]))
    const paid = await paidImages(tx, rows)
    return rows.map((row) => {
      if (!leases.has(row.jobId) || leases.get(row.jobId) !== row.leaseToken) return false
      if (row.among === null) return true
      const siblings = paid.get(row.generationId) ?? []
      if (siblings.some((id) => !row.among?.includes(id))) return false
      // What is paid in this very batch counts for whoever comes after it.
      if (row.image !== null) paid.set(row.generationId, [...siblings, row.image.id])
      return true
    })
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

/** Ids of the images that were paid for, by generation, where somebody was compared with them. */
async function paidImages(tx: Tx, rows: readonly Ending[]): Promise<Map<string, string[]>> {
  const compared = [...new Set(rows.flatMap((row) => (row.among === null ? [] : row.generationId)))]
  if (compared.length === 0) return new Map()
  const paid = { generationId: { in: compared }, charged: { gt: 0 } }
  const jobs = await tx.generationJob.findMany({ where: paid, select: { generationId: true, imageId: true } })
  const grouped = Map.groupBy(jobs, (job) => job.generationId)
  return new Map([...grouped].map(([id, group]) => [id, group.flatMap(({ imageId }) => imageId ?? [])]))
}

/** A generation is finished when its last job is. Its jobs end one after another: their account is locked meanwhile. */
async function finishGenerations(tx: Tx, ids: string[], at: Date): Promise<void> {
  await tx.generation.updateMany({
    where: { id: { in: ids }, finishedAt: null, jobs: { every: { finishedAt: { not: null } } } },
    data: { finishedAt: at },
  })
}
