import type { ErrorCode } from 'shared'
import { operation, options } from 'shared'
import type { EngineJob } from '../engines/engine.ts'
import type { Engines } from '../engines/engines.ts'
import type { Images } from '../images/images.ts'
import type { Clock } from '../platform/clock.ts'
import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type Leased, leaseMs, maxAttempts, type Queue } from './queue.ts'
import { type Outcome, settle } from './settle.ts'

export interface JobDeps {
  queue: Queue
  engines: Engines
  images: Images
  wallet: Wallet
  clock: Clock
  log: Log
  /** Told whenever a job's state or progress changed. */
  onChange: (generationId: string, accountId: string) => void
}

/** Shares of jobs under way, 0 to 1, by job id. Only this process knows them; they are lost with it, and that is fine. */
export type Progress = Map<string, number>

/** The server stops: the job is nobody's fault and goes back to the queue. */
export class Draining extends Error {}

/** Makes and settles one leased job, keeping its lease alive meanwhile. */
export async function runJob(deps: JobDeps, leased: Leased, abort: AbortController, progress: Progress): Promise<void> {
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
    if (error instanceof Draining) await deps.queue.giveBack(leased)
    else log.error({ err: error }, 'a job ended without being settled; its lease will run out')
  } finally {
    clearInterval(beat)
  }
}

/** Makes one image. Whatever goes wrong becomes an outcome that gives the credit back. */
async function make(deps: JobDeps, leased: Leased, abort: AbortController, progress: Progress): Promise<Outcome> {
  const { job, generation } = leased
  const engine = deps.engines.named(generation.engine)
  const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(engine.limits.timeoutMs)])
  try {
    const asked = await engineJob(deps.images, leased)
    const result = await engine.run(asked, {
      signal,
      progress: (share) => {
        progress.set(job.id, share)
        deps.onChange(generation.id, generation.accountId)
      },
      ticket: { kept: job.ticket, keep: (ticket) => deps.queue.keepTicket(leased, ticket) },
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
  const asked = options.parse(JSON.parse(generation.options))
  return {
    operation: operation.parse(generation.operation),
    prompt: generation.prompt,
    source,
    size: generation.size,
    seed: job.seed,
    index: asked.from === undefined ? job.index : asked.from + job.index,
    options: asked,
  }
}
