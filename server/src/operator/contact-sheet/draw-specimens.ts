import type { Engine } from '../../engines/engine.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Specimen } from './specimens.ts'

/** A specimen as it came out: its picture, or the code by which it was refused. */
export interface Drawn {
  specimen: Specimen
  picture: Uint8Array | null
  refusal: string | null
  /** How long it took, in ms, while as many others were drawn as the engine bears. */
  ms: number
}

/** Draws specimens through the engine itself, as many at a time as it bears, and tells of each as it is done. */
export async function drawSpecimens(
  engine: Engine,
  specimens: { specimen: Specimen; source: Uint8Array | null }[],
  onDrawn: (drawn: Drawn) => Promise<void>,
): Promise<void> {
  const waiting = specimens.values()
  const drawAll = async () => {
    for (const { specimen, source } of waiting) await onDrawn(await drawOne(engine, specimen, source))
  }
  await Promise.all(Array.from({ length: engine.limits.concurrency }, drawAll))
}

async function drawOne(engine: Engine, specimen: Specimen, source: Uint8Array | null): Promise<Drawn> {
  const started = performance.now()
  const done = (picture: Uint8Array | null, refusal: string | null) => ({
    specimen,
    picture,
    refusal,
    ms: Math.round(performance.now() - started),
  })
  try {
    const how = {
      signal: AbortSignal.timeout(engine.limits.timeoutMs),
      progress: () => {},
      ticket: { kept: null, keep: async () => {} },
    }
    return done((await engine.run({ ...specimen.job, source }, how)).bytes, null)
  } catch (error) {
    if (error instanceof ToileError) return done(null, error.code)
    throw error
  }
}
