import type { Engine, EngineJob, EngineRun } from 'server/engines/engine'
import { createPrintEngine } from 'server/engines/print/print-engine'

/** The real print engine, with a look at every run before it happens: where the look throws or waits, so does the engine. */
export function watchedEngine(before: (job: EngineJob, how: EngineRun) => Promise<void> | void, timeoutMs = 30_000): Engine {
  const print = createPrintEngine({ threads: 1, timeoutMs })
  return {
    ...print,
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
