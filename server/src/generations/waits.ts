import type { Generation as GenerationView } from 'shared'
import type { Engines } from '../engines/engines.ts'
import type { Db } from '../platform/db.ts'
import type { Pace } from './pace.ts'
import type { GenerationWithJobs } from './rows.ts'
import type { Progress } from './run-job.ts'

/** Where a generation stands among those that wait for the same engine, and how long it still takes. */
export type Wait = Pick<GenerationView, 'queue' | 'secondsLeft'>

export const noWait: Wait = { queue: null, secondsLeft: null }

/** What is known of a generation's wait. */
export interface Standing {
  /** Its own images that nobody draws yet. */
  queued: number
  /** Shares, 0 to 1, of its images that are being drawn; null where the engine cannot tell. */
  drawn: (number | null)[]
  /** Images of others that wait before the first of its own, or are being drawn. */
  ahead: number
  /** Images that the engine makes at the same time. */
  concurrency: number
  /** The usual time for one image in ms, or null where that is not known yet. */
  msEach: number | null
}

/** What the designer is told of it. Times are estimates, in whole seconds and never 0. */
export function waitOf({ queued, drawn, ahead, concurrency, msEach }: Standing): Wait {
  const seconds = (images: number) => (msEach === null ? null : Math.max(1, Math.ceil((images * msEach) / 1000)))
  const open = queued + drawn.length
  if (open === 0) return noWait
  // An image of which nothing is known is half drawn, as a rule.
  const rests = drawn.map((share) => 1 - (share ?? 0.5))
  if (queued === 0) return { queue: null, secondsLeft: seconds(Math.max(...rests)) }
  const before = ahead + drawn.length
  const untilFirst = Math.max(0, before - concurrency + 1) / concurrency
  const untilLast = Math.max(1, (before + queued) / concurrency)
  return { queue: { ahead, seconds: seconds(untilFirst) }, secondsLeft: seconds(untilLast) }
}

/** The waits of those that are not finished, by generation. */
export async function waitsOf(
  { db, engines }: { db: Db; engines: Engines },
  { pace, progress }: { pace: Pace; progress: Progress },
  rows: GenerationWithJobs[],
): Promise<Map<string, Wait>> {
  const unfinished = rows.filter(({ jobs }) => jobs.some(({ finishedAt }) => finishedAt === null))
  const waits = unfinished.map(async (row): Promise<[string, Wait]> => {
    const engine = engines.all.find(({ name }) => name === row.engine)
    if (engine === undefined) return [row.id, noWait]
    const drawn = row.jobs.filter(({ state }) => state === 'running').map(({ id }) => progress.get(id) ?? null)
    const { concurrency } = engine.limits
    const queued = row.jobs.filter(({ state }) => state === 'queued').length
    const ahead = queued === 0 ? 0 : await aheadOf(db, row)
    return [row.id, waitOf({ queued, drawn, ahead, concurrency, msEach: pace.usual(row) })]
  })
  return new Map(await Promise.all(waits))
}

/** Images of other generations that come before the first one of this that waits. */
function aheadOf(db: Db, { id, engine, createdAt }: GenerationWithJobs): Promise<number> {
  return db.read.generationJob.count({
    where: {
      generationId: { not: id },
      generation: { engine },
      OR: [{ state: 'running' }, { state: 'queued', createdAt: { lt: createdAt } }],
    },
  })
}
