import type { ErrorCode } from 'shared'
import { type Engine, type EngineJob, type EngineResult, type EngineRun, isStillWanted, LeaseLost } from '../engines/engine.ts'
import type { Engines } from '../engines/engines.ts'
import type { ImageRow, Images } from '../images/images.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type Comparison, deliver } from './deliver.ts'
import { endedSoon } from './ended-soon.ts'
import { engineJob, makingOf } from './engine-job.ts'
import type { Pace } from './pace.ts'
import { type Leased, leaseMs, maxAttempts, type Queue } from './queue.ts'
import { type Outcome, settle } from './settle.ts'
import { settledAtLast } from './settled-at-last.ts'

export interface JobDeps {
  db: Db
  queue: Queue
  engines: Engines
  images: Images
  wallet: Wallet
  clock: Clock
  log: Log
  /** How long an engine may take to end once it was told to, in ms; then it counts as ended. */
  deafMs: number
  /** Told whenever a job's state or progress changed. */
  onChange: (generationId: string, accountId: string) => void
}

/** Shares of jobs under way, 0 to 1, by job id. Only this process knows them; they are lost with it, and that is fine. */
export type Progress = Map<string, number>

/** What a job is made with: the worker keeps the pace of its engines. */
type RunDeps = JobDeps & { pace: Pace }

/** Makes and settles one leased job, keeping its lease alive meanwhile. */
export async function runJob(deps: RunDeps, leased: Leased, abort: AbortController, progress: Progress): Promise<void> {
  const { job, generation } = leased
  const log = deps.log.child({ generation: generation.id, job: job.index })
  deps.onChange(generation.id, generation.accountId)
  if (job.attempts > maxAttempts) {
    await settle(deps, leased, { state: 'failed', reason: 'ENGINE_FAILED' })
    return
  }
  const beat = setInterval(async () => {
    try {
      const lease = await deps.queue.heartbeat(leased)
      if (lease === 'ended') abort.abort(new ToileError('CANCELLED'))
      if (lease === 'lost') abort.abort(new LeaseLost())
    } catch (error) {
      log.warn({ err: error }, 'a heartbeat failed; the next one may not')
    }
  }, leaseMs / 3)
  try {
    const made = await make(deps, leased, abort, progress)
    const end = () => ('image' in made ? deliver(deps, leased, made.image, made.comparison) : settle(deps, leased, made))
    if (!(await settledAtLast(end, log))) log.info('a job was settled by somebody else')
  } catch (error) {
    if (isStillWanted(error)) await deps.queue.giveBack(leased)
    else log.error({ err: error }, 'a job ended without being settled; its lease will run out')
  } finally {
    clearInterval(beat)
  }
}

/** An image that is to be delivered. */
interface Made {
  image: ImageRow
  comparison: Comparison
}
type Failed = Extract<Outcome, { state: 'failed' | 'cancelled' }>

/** Makes one image. Whatever goes wrong becomes an outcome that gives the credit back. */
async function make(deps: RunDeps, leased: Leased, abort: AbortController, progress: Progress): Promise<Made | Failed> {
  const { job, generation } = leased
  let signal = abort.signal
  try {
    const engine = deps.engines.named(generation.engine)
    signal = AbortSignal.any([abort.signal, AbortSignal.timeout(engine.limits.timeoutMs)])
    const asked = await endedSoon(engineJob(deps.images, leased), signal, deps.deafMs)
    const began = deps.clock.monotonicMs()
    const result = await run(deps, leased, engine, asked, signal, progress)
    deps.pace.note(generation, deps.clock.monotonicMs() - began)
    // What came while the server ended was paid for, and is as good.
    if (!isStillWanted(signal.reason)) signal.throwIfAborted()
    const image = await deps.images.keepResult(generation.accountId, result, makingOf(leased, engine, asked, result))
    return { image, comparison: comparisonFor(generation, engine) }
  } catch (error) {
    if (isStillWanted(abort.signal.reason)) throw abort.signal.reason
    if (abort.signal.aborted) return { state: 'cancelled', reason: 'CANCELLED' }
    deps.log.warn({ err: error, generation: generation.id, job: job.index }, 'an image failed; its credit goes back')
    return { state: 'failed', reason: reasonOf(error, signal) }
  }
}

/** Has the engine make the image. What a service is paid for is counted before it is asked. */
async function run(
  deps: JobDeps,
  leased: Leased,
  engine: Engine,
  asked: EngineJob,
  signal: AbortSignal,
  progress: Progress,
): Promise<EngineResult> {
  const { job, generation } = leased
  const boughtAgain = (why: string) =>
    deps.log.warn({ generation: generation.id, job: job.index, why }, 'an image was bought again')
  if (engine.kind === 'trained' && job.ticket === null) {
    const bought = await deps.queue.countPurchase(leased)
    if (bought > 1) boughtAgain('the server ended before there was a ticket')
  }
  const how: EngineRun = {
    signal,
    progress: (share) => {
      if (signal.aborted) return
      progress.set(job.id, share)
      deps.onChange(generation.id, generation.accountId)
    },
    ticket: {
      kept: job.ticket,
      keep: async (ticket) => {
        await deps.queue.keepTicket(leased, ticket)
        if (job.ticket !== null) boughtAgain('the service knew the ticket no more')
      },
    },
  }
  return endedSoon(engine.run(asked, how), signal, deps.deafMs)
}

/** Near-duplicates concern new prints and an AI's variations, and only where there is a credit to give back. */
function comparisonFor({ operation, creditsEach }: Leased['generation'], { kind }: Engine): Comparison {
  if (creditsEach === 0) return 'nothing'
  if (operation === 'generate') return 'siblings'
  return operation === 'vary' && kind === 'trained' ? 'siblings and source' : 'nothing'
}

function reasonOf(error: unknown, signal: AbortSignal): ErrorCode {
  if (signal.aborted) return 'TIMED_OUT'
  return error instanceof ToileError ? error.code : 'ENGINE_FAILED'
}
