import { MessageChannel } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { Operation } from 'shared'
import { ToileError } from '../../platform/errors.ts'
import type { Engine, EngineJob, EngineResult, EngineRun } from '../engine.ts'
import { checkUpscaledSize, usualFactor } from './picture/upscale/upscaled-size.ts'
import type { PrintOutcome, PrintTask } from './task.ts'
import { alternativesTo, wantedBy } from './wishes.ts'

/** Changes with every change of pixels. */
const version = '4'

const operations: ReadonlySet<Operation> = new Set<Operation>([
  'generate',
  'vary',
  'recolour',
  'repeat',
  'effect',
  'cutout',
  'upscale',
])

interface PrintEngineOptions {
  /** Worker threads; each draws one image at a time. */
  threads?: number
  /** Longest time for one image, in ms. */
  timeoutMs?: number
}

/** The built-in engine: textile design drawn in worker threads, with no network and no weights. */
export function createPrintEngine({ threads = 1, timeoutMs = 60_000 }: PrintEngineOptions): Engine {
  const pool = new Piscina<PrintTask, PrintOutcome>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
  })
  return {
    name: 'print',
    version,
    kind: 'drawn',
    limits: { concurrency: threads, timeoutMs },
    can: (operation) => operations.has(operation),
    understand: (job) => {
      if (job.operation === 'upscale' && job.source) checkUpscaledSize(job.source, job.options.factor ?? usualFactor)
      const { understood, ignored } = wantedBy(job)
      return { understood, ignored }
    },
    alternatives: (job, otherwise) => alternativesTo(job, otherwise),
    run: (job, how) => run(pool, job, how),
    close: () => pool.destroy(),
  }
}

async function run(
  pool: Piscina<PrintTask, PrintOutcome>,
  job: EngineJob,
  { signal, progress }: EngineRun,
): Promise<EngineResult> {
  signal.throwIfAborted()
  const wanted = wantedBy(job)
  const { port1, port2 } = new MessageChannel()
  port1.on('message', (share: unknown) => {
    if (typeof share === 'number') progress(share)
  })
  // A finished image must not keep the process alive through its port.
  port1.unref()
  try {
    const outcome = await pool.run({ job, progress: port2 }, { signal, transferList: [port2] })
    if (!outcome.made) throw new ToileError(outcome.code, outcome.details)
    const { bytes, svg } = outcome
    const made = {
      bytes,
      seed: job.seed,
      engine: 'print',
      model: `print-${version}`,
      warnings: [],
      understood: wanted.understood,
    }
    return svg === undefined ? made : { ...made, svg }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ToileError) throw error
    throw new ToileError('ENGINE_FAILED', {}, { cause: error })
  } finally {
    port1.close()
  }
}
