import { ToileError } from '../../platform/errors.ts'
import type { EngineJob } from '../engine.ts'
import type { Brief, Reading } from './prompt/brief.ts'
import { lexicons } from './prompt/lexicon.ts'
import { readPrompt } from './prompt/read-prompt.ts'

/** What a job's words say, and what the designer should know of the words that say nothing. */
export interface Wanted {
  reading: Reading
  warnings: string[]
}

/** Reads a job's words. Throws `NOT_UNDERSTOOD` where a print was asked for and nothing in the words can be drawn. */
export function wantedBy({ operation, prompt }: Pick<EngineJob, 'operation' | 'prompt'>): Wanted {
  const reading = readPrompt(prompt)
  if (operation === 'generate' && reading.motifs.length === 0) {
    throw new ToileError('NOT_UNDERSTOOD', { words: reading.ignored, suggestions: offersOf(reading) })
  }
  return { reading, warnings: warningsOf(reading) }
}

/** The brief of a reading that has a motif; the first motif named is the one drawn. */
export function briefOf({ reading }: Wanted): Brief {
  const [first] = reading.motifs
  if (!first) throw new ToileError('NOT_UNDERSTOOD', { words: reading.ignored, suggestions: offersOf(reading) })
  return { ...reading, motif: first.motif }
}

function warningsOf({ ignored, motifs }: Reading): string[] {
  const [first] = motifs
  const others = motifs.filter(({ motif }) => motif !== first?.motif).map(({ word }) => word)
  const left = [...ignored, ...others]
  return left.length > 0 ? [`Left out, since it cannot be drawn yet: ${left.join(', ')}`] : []
}

function offersOf({ language }: Reading): string[] {
  return lexicons.find(({ vocabulary }) => vocabulary.language === language)?.vocabulary.offers ?? []
}
