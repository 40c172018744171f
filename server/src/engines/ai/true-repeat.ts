import { type Alternatives, alternatives, type Operation, type PromptLanguage, type RepeatLayout } from 'shared'
import type { Engine, EngineJob, EngineResult, EngineRun, Enquiry, Reading } from '../engine.ts'
import { layoutWords } from '../print/prompt/alternatives.ts'
import { readPrompt } from '../print/prompt/read-prompt.ts'
import { paidFor } from './paid-for.ts'

const repeatable: ReadonlySet<Operation> = new Set<Operation>(['generate', 'vary', 'edit'])

/** The service's share of the work, as progress tells it; the rest is the repeat. */
const serviceShare = 0.9

/**
 * AI motif, true repeat: where a layout is asked for, by choice or by word, the service's picture is laid as a repeat by the print
 * engine, whose seam is measured. A service that is told “seamless” in words gives a picture with a seam.
 * @param print what `repeat` is done by
 */
export function withTrueRepeat(engine: Engine, print: Engine): Engine {
  return {
    ...engine,
    understand: (enquiry) => withLayoutChip(engine.understand(enquiry), enquiry),
    alternatives: layoutsFor,
    run: async (job, how) => {
      const layout = layoutOf(job)
      if (layout === null) return engine.run(job, how)
      const result = await engine.run(job, { ...how, progress: (share) => how.progress(share * serviceShare) })
      return { ...result, bytes: await repeated(print, job, result, layout, how) }
    },
  }
}

async function repeated(print: Engine, job: EngineJob, { bytes }: EngineResult, layout: RepeatLayout, how: EngineRun) {
  const { size, seed, index, options } = job
  const own = { layout, ...laidScale(options.scale ?? 1) }
  const laid: EngineJob = { operation: 'repeat', prompt: '', source: bytes, size, seed, index, options: own }
  const progress = (share: number) => how.progress(serviceShare + share * (1 - serviceShare))
  // The service's ticket is not the print engine's to keep.
  const ticket = { kept: null, keep: async () => {} }
  return (await print.run(laid, { signal: paidFor(how.signal), progress, ticket })).bytes
}

/** The print engine lays a picture twice along a side, for it takes it for a motif. A service's is a print already: once is its usual size. */
function laidScale(wanted: number): { scale?: number } {
  if (wanted >= 1) return { scale: 2 }
  return wanted >= 0.5 ? {} : { scale: 0.5 }
}

/** The layout asked for, or null. What was chosen counts before what is written. */
function layoutOf({ operation, prompt, options }: Pick<EngineJob, 'operation' | 'prompt' | 'options'>): RepeatLayout | null {
  return repeatable.has(operation) ? (options.layout ?? readPrompt(prompt).layout) : null
}

function withLayoutChip(reading: Reading, { operation, prompt, options }: Enquiry): Reading {
  if (options.layout !== undefined || layoutOf({ operation, prompt, options }) === null) return reading
  const chips = readPrompt(prompt).understood.filter(({ kind }) => kind === 'layout')
  return { ...reading, understood: [...reading.understood, ...chips] }
}

/** Words for the place of that chip, in the prompt's language: whatever else is on the print, it is laid by these. */
function layoutsFor({ operation, prompt }: Enquiry, otherwise: PromptLanguage): Alternatives {
  const layout = repeatable.has(operation) ? layoutWords(readPrompt(prompt, otherwise).language) : []
  return alternatives.parse({ layout })
}
