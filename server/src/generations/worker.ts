import { Draining, type Engine } from '../engines/engine.ts'
import { ToileError } from '../platform/errors.ts'
import { createPace, type Pace } from './pace.ts'
import type { Leased } from './queue.ts'
import { type JobDeps, type Progress, runJob } from './run-job.ts'

export interface Worker {
  progress: Progress
  pace: Pace
  /** Begins to look for work. */
  start(): void
  /** Looks for work now: something was queued. */
  wake(): void
  /** Stops the engine if it is at work on one of these jobs. */
  abort(jobIds: string[]): void
  /** Claims nothing more, waits for what is under way, and gives back to the queue what does not end in `graceMs`. */
  stop(graceMs: number): Promise<void>
}

/** A lease that ran out, or a wake-up lost with an error, is found within so many ms. */
const lookEveryMs = 1000

/** Takes jobs from the queue, of each engine as many at a time as it bears, makes their images and settles them. */
export function createWorker(deps: JobDeps): Worker {
  const width = deps.engines.all.reduce((sum, { limits }) => sum + limits.concurrency, 0)
  const progress: Progress = new Map()
  const pace = createPace()
  const running = new Map<Leased, AbortController>()
  const loops = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | null = null
  let wakes = 0
  let claimed: Promise<unknown> = Promise.resolve()

  const busyEngines = (): string[] => {
    const atWork = [...running.keys()].map(({ generation }) => generation.engine)
    const isFull = ({ name, limits }: Engine) => atWork.filter((engine) => engine === name).length >= limits.concurrency
    return deps.engines.all.filter(isFull).map(({ name }) => name)
  }

  /** One claim after another: each must know what the one before it set to work. */
  const claim = (): Promise<Leased | null> => {
    const next = claimed.then(async () => {
      const atWork = [...running.keys()].map(({ job }) => job.id)
      const leased = await deps.queue.claim(busyEngines(), atWork)
      if (leased !== null) running.set(leased, new AbortController())
      return leased
    })
    // Whoever asked is told of the failure; who asks next need not wait for ever on it.
    claimed = next.catch(() => {})
    return next
  }

  const run = async (leased: Leased): Promise<void> => {
    const abort = running.get(leased) ?? new AbortController()
    // While there is work, as many look for it as may; while there is none, one does.
    addLoop()
    try {
      await runJob({ ...deps, pace }, leased, abort, progress)
    } finally {
      running.delete(leased)
      progress.delete(leased.job.id)
      deps.onChange(leased.generation.id, leased.generation.accountId)
    }
  }

  const untilQueueIsEmpty = async (): Promise<void> => {
    while (timer !== null) {
      const seen = wakes
      const leased = await claim()
      if (leased === null && seen === wakes) return
      if (leased === null) continue
      // Told to stop while it claimed: what began now would be stopped by nobody.
      if (timer !== null) await run(leased)
      else {
        running.delete(leased)
        await deps.queue.giveBack(leased)
      }
    }
  }

  const addLoop = () => {
    if (timer === null || loops.size >= width) return
    const loop = untilQueueIsEmpty()
      .catch((error: unknown) => deps.log.error({ err: error }, 'a job could not be run'))
      .finally(() => loops.delete(loop))
    loops.add(loop)
  }

  const wake = () => {
    wakes += 1
    addLoop()
  }

  return {
    progress,
    pace,
    wake,
    start: () => {
      timer ??= setInterval(wake, lookEveryMs)
      wake()
    },
    abort: (jobIds) => {
      for (const [{ job }, abort] of running) if (jobIds.includes(job.id)) abort.abort(new ToileError('CANCELLED'))
    },
    stop: async (graceMs) => {
      if (timer !== null) clearInterval(timer)
      timer = null
      const late = setTimeout(() => {
        for (const abort of running.values()) abort.abort(new Draining())
      }, graceMs)
      await Promise.all(loops)
      clearTimeout(late)
    },
  }
}
