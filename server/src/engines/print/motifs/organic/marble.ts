import type { Colourway } from '../../colour/colourway.ts'
import { hexToLab } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, svgDocument } from '../drawing.ts'
import { styleAmong } from '../style.ts'
import { combedColours, floatingInk } from './marbled-paper.ts'
import { veinedStone } from './veined-stone.ts'
import { isOpen, wornColours } from './worn-colours.ts'

type Style = (typeof motifStyles.marble)[number]

/** The ground first. Stones as they are quarried; inks and colours as marblers mix them. */
const inNature: Record<Style, readonly [string[], ...string[][]]> = {
  vein: [
    ['#f2efea', '#8b8986', '#b9965a'],
    ['#1e1e20', '#e9e4da', '#8d8a86'],
    ['#23443a', '#cfdccf', '#7fa08c'],
    ['#ecd2c6', '#a8655a', '#fbf3ec'],
  ],
  ink: [
    ['#f7f2e7', '#1f2b48', '#5d7596'],
    ['#f6f3ec', '#22211f', '#6d6a66'],
    ['#f8f1e6', '#20494f', '#7fa7a3', '#c8744f'],
    ['#f3ede4', '#7a2f3d', '#2f3a52'],
  ],
  swirl: [
    ['#f6eedd', '#1f3c63', '#c4533c', '#e3b04f', '#6f9a9a'],
    ['#faf3e6', '#1d4a4a', '#d98a5b', '#f0cfa4', '#8c3b3f'],
    ['#f4efe6', '#33416b', '#7d8fc0', '#e7a7a0', '#c9b27c'],
    ['#f2ead8', '#2d2a32', '#a8324a', '#d9a441', '#5f7f6a'],
  ],
}

/** Marble: veined stone, ink floated in rings, or marbled paper combed and turned. */
export const marble: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.marble, brief.style, random)
  const [ground = colours.ground, ...others] = marbleColours(brief, colours, style, random)
  const scale = Math.min(2, Math.max(0.6, brief.scale ?? random.pick(0.85, 1, 1.2)))
  if (style === 'vein') {
    // A colour that was asked for must be seen; in stone as it is quarried veins are finer.
    const breadth = (brief.density ?? 1) * (isOpen(brief) ? 0.62 : 1)
    return { kind: 'painted', paint: veinedStone(ground, others, scale, breadth, random) }
  }
  const bath = style === 'ink' ? floatingInk(ground, others, scale, random) : combedColours(ground, others, scale, random)
  return { kind: 'vector', svg: svgDocument(frame, ground, bath.shapes(frame)) }
}

function marbleColours(brief: Brief, colours: Colourway, style: Style, random: Random): string[] {
  if (isOpen(brief)) return random.inTurn(...inNature[style])
  const worn = wornColours(brief, colours, style === 'swirl' ? 4 : style === 'vein' ? 3 : 2)
  if (brief.ground) return worn
  // One colour is the stone itself; inks float on what the colourway gives.
  if (brief.colours.length < 2)
    return style === 'vein' && brief.colours.length === 1
      ? worn
      : [colours.ground, ...worn.filter((hex) => hex !== colours.ground)]
  // The stone is named first ("black and gold", "green with white veins"); inks float on the lightest.
  const [first = colours.ground] = brief.colours
  const ground = style === 'vein' ? first : brief.colours.reduce((best, hex) => (hexToLab(hex).l > hexToLab(best).l ? hex : best))
  return [ground, ...worn.filter((hex) => hex !== ground)]
}
