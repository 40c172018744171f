import { effect, type Operation, type Options, repeatLayout } from 'shared'
import type { EngineJob } from '../../engines/engine.ts'
import { type Motif, motifStyles } from '../../engines/print/prompt/brief.ts'
import { shownName } from '../../engines/print/prompt/names.ts'
import type { Names } from '../../engines/print/prompt/vocabulary.ts'
import { english } from '../../engines/print/prompt/vocabulary-en.ts'

/** One picture of the sheet: what it is called, and how the print engine is asked for it. */
export interface Specimen {
  /** What stands in one row. */
  row: string
  name: string
  /** A source is put in where there is one to be. */
  job: Omit<EngineJob, 'source'>
  needsSource: boolean
}

const motifs = Object.keys(motifStyles).filter((name): name is Motif => name in motifStyles)

/** The words that ask for a style: its own name, or its manner beside the motif's. */
function styleWords(names: Names, noun: string): string {
  return shownName(names, 'own') ?? `${shownName(names, 'manner')} ${noun}`
}

/** Every motif by its own name over several seeds, then each of its styles by name. */
export function printSpecimens(seeds: number, size: number): Specimen[] {
  return motifs.flatMap((motif) => {
    const noun = shownName(english.motifs[motif], 'own') ?? motif
    const named = (prompt: string, seed: number): Specimen => {
      const job = { operation: 'generate' as const, prompt, size, seed, index: 0, options: {} }
      return { row: noun, name: `${prompt}, seed ${seed}`, job, needsSource: false }
    }
    const styles = Object.values<Names>(english.styles[motif]).map((names, at) => named(styleWords(names, noun), 20 + at))
    return [...Array.from({ length: seeds }, (_, seed) => named(noun, seed)), ...styles]
  })
}

/** Every operation on a picture; variations as a set of eight. */
export function pictureSpecimens(row: string, size: number): Specimen[] {
  const made = (name: string, operation: Operation, options: Options = {}, more: Partial<EngineJob> = {}): Specimen => {
    const job = { operation, prompt: '', size, seed: 3, index: 0, options, ...more }
    return { row: `${row}: ${operation}`, name, job, needsSource: true }
  }
  const variations = Array.from({ length: 8 }, (_, index) =>
    made(`variation ${index + 1}`, 'vary', {}, { seed: 40 + index, index }),
  )
  const palettes = [
    ['#1b2a4e', '#c4613f', '#f5ecd9'],
    ['#22472f', '#eb9cb1', '#f8f5ec'],
    ['#3d1f3a', '#d6a021', '#9caf88', '#f6f0e0'],
  ]
  return [
    ...variations,
    ...repeatLayout.options.map((layout) => made(layout, 'repeat', { layout })),
    ...palettes.map((palette) => made(palette.join(' '), 'recolour', { palette })),
    ...effect.options.flatMap((one) =>
      one === 'halftone' || one === 'screen-print'
        ? [2, 4, 6].map((inks) => made(`${one}, ${inks} inks`, 'effect', { effect: one, inks }))
        : [made(one, 'effect', { effect: one })],
    ),
    made('see-through', 'cutout'),
    made('trimmed, on coral', 'cutout', { background: '#f2725c', trim: true, softness: 2 }),
    made('2×', 'upscale', { factor: 2 }),
    made('4×', 'upscale', { factor: 4 }),
  ]
}
