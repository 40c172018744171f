import type { PromptLanguage as Language } from 'shared'
import { type Alternatives, alternatives, type ChipKind, chipKind, type Operation, type Understood } from 'shared'
import { ToileError } from '../../platform/errors.ts'
import type { EngineJob } from '../engine.ts'
import { alternativesFor } from './prompt/alternatives.ts'
import type { Brief, Reading } from './prompt/brief.ts'
import { lexicons } from './prompt/lexicon.ts'
import { readPrompt } from './prompt/read-prompt.ts'
import { isThing } from './prompt/things.ts'

/** What a job's words say, and which of them nothing is made of. */
export interface Wanted {
  reading: Reading
  /** The chips: only what this operation uses. */
  understood: Understood[]
  /** The words that nothing is made of, at most eight. */
  ignored: string[]
}

/** What of a prompt an operation makes use of. */
const used: Partial<Record<Operation, ReadonlySet<Understood['kind']>>> = {
  generate: new Set(['motif', 'style', 'colour', 'ground', 'scale', 'density', 'layout', 'mood']),
  vary: new Set(['colour', 'ground', 'scale', 'layout', 'mood']),
  repeat: new Set(['scale', 'layout']),
  recolour: new Set(['colour', 'ground', 'mood']),
}

/** Reads a job's words. Throws `NOT_UNDERSTOOD` where a print was asked for and nothing in the words can be drawn. */
export function wantedBy({ operation, prompt }: Pick<EngineJob, 'operation' | 'prompt'>): Wanted {
  const reading = readPrompt(prompt)
  if (operation === 'generate' && reading.motifs.length === 0) throw notUnderstood(reading)
  const counts = (chip: Understood) => used[operation]?.has(chip.kind) === true && !isUnlaid(operation, reading, chip)
  const idle = reading.understood.filter((chip) => !counts(chip)).map(({ word }) => word)
  const left = [...reading.ignored, ...idle, ...(operation === 'generate' ? secondMotifs(reading) : [])]
  return { reading, understood: reading.understood.filter(counts), ignored: shortened(left) }
}

/** Words for the places of a job's chips, of the kinds that its operation uses. */
export function alternativesTo(
  { operation, prompt }: Pick<EngineJob, 'operation' | 'prompt'>,
  otherwise: Language,
): Alternatives {
  const all = alternativesFor(readPrompt(prompt, otherwise))
  const counts = (kind: ChipKind) => used[operation]?.has(kind) === true
  return alternatives.parse(Object.fromEntries(Object.entries(all).filter(([kind]) => counts(chipKind.parse(kind)))))
}

/** The brief of a reading that has a motif; the first motif named is the one drawn. */
export function briefOf({ reading }: Wanted): Brief {
  const [first] = reading.motifs
  if (!first) throw notUnderstood(reading)
  return { ...reading, motif: first.motif }
}

/** With no motif, a colour's word may be the very thing that was wanted: "orange". */
function notUnderstood(reading: Reading): ToileError {
  const things = reading.understood.filter(({ hex, word }) => hex !== undefined && isThing(word, reading.language))
  const words = shortened([...reading.ignored, ...things.map(({ word }) => word)])
  return new ToileError('NOT_UNDERSTOOD', { words, suggestions: offersOf(reading) })
}

/** A word for a layout by which only a print's motifs can be laid, not a picture. */
function isUnlaid(operation: Operation, { layout }: Reading, { kind }: Understood): boolean {
  return operation !== 'generate' && kind === 'layout' && layout === null
}

function secondMotifs({ motifs }: Reading): string[] {
  const [first] = motifs
  return motifs.filter(({ motif }) => motif !== first?.motif).map(({ word }) => word)
}

/** Most words named back; a longer list helps nobody. */
const mostNamed = 8

const shortened = (words: string[]) => [...new Set(words)].slice(0, mostNamed)

function offersOf({ language }: Reading): string[] {
  return lexicons.find(({ vocabulary }) => vocabulary.language === language)?.vocabulary.offers ?? []
}
