import type { ErrorCode } from 'shared'
import { hexColour, operation, repeatLayout } from 'shared'
import * as z from 'zod'
import type { EngineJob } from '../engines/engine.ts'
import type { Engines } from '../engines/engines.ts'
import type { Images } from '../images/images.ts'
import type { Clock } from '../platform/clock.ts'
import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type Leased, leaseMs, maxAttempts, type Queue } from './queue.ts'
import { type Outcome, settle } from './settle.ts'

export interface WorkerDeps {
  queue: Queue
  engines: Engines
  images: Images
  wallet: Wallet
  clock: Clock
  log: Log
  imageTimeoutMs: number
  /** Told whenever a job's state or progress changed. */
  onChange: (generationId: string, accountId: string) => void
}

/** Shares of jobs under way, 0 to 1, by job id. Only this process knows them; they are lost with it, and that is fine. */
export type Progress = Map<string, number>

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
export function startWorker(deps: WorkerDeps, width: number): Worker {
  const progress: Progress = new Map()
  const running = new Map<string, AbortController>()
  const atWork = new Set<Promise<void>>()
  let stopped = false
  let wakes = 0

  const run = async (leased: Leased): Promise<void> => {
    const abort = new AbortController()
    running.set(leased.job.id, abort)
    try {
      await work(deps, leased, abort, progress)
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

/** The server stops: the job is nobody's fault and goes back to the queue. */
class Draining extends Error {}

async function work(deps: WorkerDeps, leased: Leased, abort: AbortController, progress: Progress): Promise<void> {
  const { job, generation } = leased
  const log = deps.log.child({ generation: generation.id, job: job.index })
  deps.onChange(generation.id, generation.accountId)
  if (job.attempts > maxAttempts) {
    await settle(deps, leased, { state: 'failed', reason: 'ENGINE_FAILED' })
    return
  }
  const beat = setInterval(async () => {
    try {
      if (!(await deps.queue.heartbeat(leased))) abort.abort(new ToileError('CANCELLED'))
    } catch (error) {
      log.warn({ err: error }, 'a heartbeat failed; the next one may not')
    }
  }, leaseMs / 3)
  try {
    const outcome = await make(deps, leased, abort, progress)
    if (!(await settle(deps, leased, outcome))) log.info('a job was settled by somebody else')
  } catch (error) {
    if (!(error instanceof Draining)) log.error({ err: error }, 'a job ended without being settled; its lease will run out')
  } finally {
    clearInterval(beat)
  }
}

/** Makes one image. Whatever goes wrong becomes an outcome that gives the credit back. */
async function make(deps: WorkerDeps, leased: Leased, abort: AbortController, progress: Progress): Promise<Outcome> {
  const { job, generation } = leased
  const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(deps.imageTimeoutMs)])
  try {
    const engine = deps.engines.named(generation.engine)
    const asked = await engineJob(deps.images, leased)
    const result = await engine.run(asked, {
      signal,
      progress: (share) => {
        progress.set(job.id, share)
        deps.onChange(generation.id, generation.accountId)
      },
    })
    signal.throwIfAborted()
    const { source: _source, ...parameters } = asked
    const recipe = {
      ...parameters,
      sourceImageId: generation.sourceImageId,
      engine: engine.name,
      version: engine.version,
      model: result.model,
    }
    return { state: 'delivered', image: await deps.images.keepResult(generation.accountId, result.bytes, recipe) }
  } catch (error) {
    if (abort.signal.reason instanceof Draining) throw abort.signal.reason
    if (abort.signal.aborted) return { state: 'cancelled', reason: 'CANCELLED' }
    deps.log.warn({ err: error, generation: generation.id, job: job.index }, 'an image failed; its credit goes back')
    return { state: 'failed', reason: reasonOf(error, signal) }
  }
}

function reasonOf(error: unknown, signal: AbortSignal): ErrorCode {
  if (signal.aborted) return 'TIMED_OUT'
  return error instanceof ToileError ? error.code : 'ENGINE_FAILED'
}

async function engineJob(images: Images, { job, generation }: Leased): Promise<EngineJob> {
  const source =
    generation.sourceImageId === null
      ? null
      : await images.bytes(await images.get(generation.accountId, generation.sourceImageId))
  return {
    operation: operation.parse(generation.operation),
    prompt: generation.prompt,
    source,
    size: generation.size,
    seed: job.seed,
    index: job.index,
    layout: repeatLayout.nullable().parse(generation.layout),
    palette: generation.palette === null ? null : z.array(hexColour).parse(JSON.parse(generation.palette)),
  }
}
