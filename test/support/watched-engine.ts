import type { Engine, EngineJob, EngineRun } from 'server/engines/engine'
import { sharedPrintEngine } from './shared-print-engine.ts'

const print = sharedPrintEngine({ threads: 1 })

/** The real print engine, with a look at every run before it happens: where the look throws or waits, so does the engine. */
export function watchedEngine(before: (job: EngineJob, how: EngineRun) => Promise<void> | void, timeoutMs = 30_000): Engine {
  return {
    ...print,
    limits: { ...print.limits, timeoutMs },
    run: async (job, how) => {
      await before(job, how)
      return print.run(job, how)
    },
  }
}

/** Never ends by itself, only when it is told to. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
