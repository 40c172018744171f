import { ToileError } from '../platform/errors.ts'
import type { Leased } from './queue.ts'
import { Draining, type JobDeps, type Progress, runJob } from './run-job.ts'

export interface Worker {
  progress: Progress
  /** Looks for work now: something was queued. */
  wake(): void
  /** Stops the engine if it is at work on one of these jobs. */
  abort(jobIds: string[]): void
  /** Claims nothing more, waits for what is under way, and gives back what does not end in time. */
  stop(graceMs: number): Promise<void>
}

/** Takes jobs from the queue, at most `width` at a time, makes their images and settles them. */
export function startWorker(deps: JobDeps, width: number): Worker {
  const progress: Progress = new Map()
  const running = new Map<string, AbortController>()
  const atWork = new Set<Promise<void>>()
  let stopped = false
  let wakes = 0

  const run = async (leased: Leased): Promise<void> => {
    const abort = new AbortController()
    running.set(leased.job.id, abort)
    try {
      await runJob(deps, leased, abort, progress)
    } finally {
      running.delete(leased.job.id)
      progress.delete(leased.job.id)
      deps.onChange(leased.generation.id, leased.generation.accountId)
    }
  }

  const untilQueueIsEmpty = async (): Promise<void> => {
    while (!stopped) {
      const seen = wakes
      const leased = await deps.queue.claim()
      if (leased !== null) await run(leased)
      else if (seen === wakes) return
    }
  }

  const wake = () => {
    wakes += 1
    while (!stopped && atWork.size < width) {
      const loop = untilQueueIsEmpty()
        .catch((error: unknown) => deps.log.error({ err: error }, 'a job could not be run'))
        .finally(() => atWork.delete(loop))
      atWork.add(loop)
    }
  }

  // A lease that ran out, or a wake-up lost with an error, is found within a second.
  const timer = setInterval(wake, 1000)
  wake()

  return {
    progress,
    wake,
    abort: (jobIds) => {
      for (const id of jobIds) running.get(id)?.abort(new ToileError('CANCELLED'))
    },
    stop: async (graceMs) => {
      stopped = true
      clearInterval(timer)
      const late = setTimeout(() => {
        for (const abort of running.values()) abort.abort(new Draining())
      }, graceMs)
      await Promise.all(atWork)
      clearTimeout(late)
    },
  }
}
