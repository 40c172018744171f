import * as z from 'zod'
import { hexColour } from './credits.ts'

/** What a word of the prompt is about. A style is a motif's own: Black Watch of tartan, ditsy of florals. */
export const chipKind = z.enum(['motif', 'style', 'colour', 'ground', 'scale', 'density', 'layout', 'mood'])
export type ChipKind = z.infer<typeof chipKind>

/** One thing the engine read in the prompt, shown as a chip. `word` is the designer's own word. */
export const understood = z.object({
  /** A kind that this version does not know is shown as a plain word. */
  kind: chipKind.catch('motif'),
  word: z.string(),
  hex: hexColour.optional(),
  /** Where the word stands in the prompt, in UTF-16 units; both 0 where that was not kept. */
  start: z.int().nonnegative().default(0),
  end: z.int().nonnegative().default(0),
})
export type Understood = z.infer<typeof understood>

/** A word to put in a chip's place; a colour with its value. */
const alternative = z.object({ word: z.string(), hex: hexColour.optional() })
export type Alternative = z.infer<typeof alternative>
const someAlternatives = z.array(alternative).default([])

/** Words that can stand in a chip's place, by its kind, in the prompt's own language. */
export const alternatives = z.object({
  motif: someAlternatives,
  /** The styles of the motif that the prompt names. */
  style: someAlternatives,
  colour: someAlternatives,
  ground: someAlternatives,
  scale: someAlternatives,
  density: someAlternatives,
  layout: someAlternatives,
  mood: someAlternatives,
})
export type Alternatives = z.infer<typeof alternatives>
