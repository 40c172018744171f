import { colourwayFor } from '../colour/colourway.ts'
import type { Brief, Motif } from '../prompt/brief.ts'
import { readPrompt } from '../prompt/read-prompt.ts'
import { createRandom } from '../random.ts'
import type { Drawing, Generator } from './drawing.ts'
import type { Frame } from './frame.ts'

/** Briefs for the tests of this folder. */

const nothingAsked = readPrompt('')

/** A brief that leaves all open but `wishes`. */
export const briefOf = (motif: Motif, wishes: Partial<Brief> = {}): Brief => ({ ...nothingAsked, motif, ...wishes })

export const wholeRepeat: Frame = { repeats: 1, phase: { x: 0, y: 0 } }

export function drawingOf(generator: Generator, brief: Brief, seed: number): Drawing {
  return generator(brief, colourwayFor(brief, createRandom(seed, 'colours')), createRandom(seed, brief.motif), wholeRepeat)
}

/** The svg of a print that is drawn in shapes. */
export function shapesOf(generator: Generator, brief: Brief, seed: number): string {
  const drawing = drawingOf(generator, brief, seed)
  if (drawing.kind !== 'vector') throw new Error(`A ${brief.motif} is drawn in shapes`)
  return drawing.svg
}
