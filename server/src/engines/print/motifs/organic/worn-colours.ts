import type { Colourway } from '../../colour/colourway.ts'
import type { Brief } from '../../prompt/brief.ts'
import { apart } from '../geometry/inks.ts'

/** Whether colours were left open, so that the print may wear what it wears in nature. */
export const isOpen = ({ colours, ground, mood }: Brief) => colours.length === 0 && ground === null && mood === null

/** Colours nearer than this are seen as one where their areas touch. */
const distinct = 0.07

/**
 * `count` colours or more, those asked for first and all of them, a named ground before the others; the colourway's fill
 * the rest, as far as they part from those before.
 */
export function wornColours({ colours: asked, ground: named }: Brief, colourway: Colourway, count: number): string[] {
  const worn = [...new Set([...(named ? [named] : []), ...asked])]
  for (const hex of [...colourway.main, colourway.ground, colourway.leaf, colourway.ink]) {
    if (worn.length >= count) break
    if (worn.every((other) => apart(other, hex) > distinct)) worn.push(hex)
  }
  return worn
}
