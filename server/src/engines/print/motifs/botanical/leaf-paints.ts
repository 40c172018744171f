import { type Colourway, clearOf } from '../../colour/colourway.ts'
import { between, hexToLab, hexToLch, lchToHex, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { LeafPaint } from './sprigs.ts'

export type Plant = 'tropical' | 'monstera' | 'palm' | 'fern' | 'eucalyptus'

/** The greens of a plant, by lightness, chroma and hue. */
const greens: Record<Plant, readonly (readonly [l: number, c: number, h: number])[]> = {
  tropical: [
    [0.46, 0.085, 152],
    [0.56, 0.105, 140],
    [0.4, 0.065, 172],
    [0.66, 0.105, 126],
  ],
  monstera: [
    [0.45, 0.085, 155],
    [0.55, 0.1, 145],
    [0.38, 0.06, 170],
  ],
  palm: [
    [0.5, 0.09, 150],
    [0.62, 0.1, 132],
    [0.42, 0.07, 165],
  ],
  fern: [
    [0.5, 0.085, 142],
    [0.6, 0.095, 130],
    [0.43, 0.07, 155],
  ],
  eucalyptus: [
    [0.66, 0.04, 165],
    [0.58, 0.045, 172],
    [0.73, 0.04, 150],
  ],
}

/** Greens that show on the cloth; or, where colours were asked for, leaves in those. Now and then one leaf takes a warm colour of the palette. */
export function greensFor(style: Plant, brief: Brief, { ground, main, ink }: Colourway, random: Random): LeafPaint[] {
  const [first = ink] = main
  const paint = (leaf: string): LeafPaint => ({ leaf, ink })
  if (brief.colours.length > 0) {
    const asked = main.slice(0, Math.max(1, brief.colours.length))
    const shades =
      asked.length > 2
        ? asked
        : [...asked, clearOf(toned(first, -0.09), ground, 0.1), clearOf(toned(first, 0.08, 0.9), ground, 0.1)]
    return shades.map(paint)
  }
  const soft = brief.mood === 'pastel' ? 0.14 : brief.mood === 'dark' ? -0.05 : 0
  const chroma = brief.mood === 'vivid' ? 1.3 : brief.mood === 'vintage' || brief.mood === 'natural' ? 0.72 : 1
  const lift = hexToLab(ground).l < 0.45 ? 0.08 : 0
  const own = greens[style].map(([l, c, h]) => clearOf(lchToHex({ l: l + soft + lift, c: c * chroma, h }), ground, 0.14))
  const warm = main.find(isWarm)
  const accent = warm && style !== 'eucalyptus' && style !== 'fern' && random.inTurn(false, true) ? [warm] : []
  return [...own, ...accent].map(paint)
}

/** Pink, coral or yellow: what leaves do turn to. */
function isWarm(hex: string): boolean {
  const { c, h } = hexToLch(hex)
  return c > 0.06 && h > -30 && h < 92
}

/**
 * Line work: leaves in the cloth's colour with the pen in the asked colour or in ink, one kind of them a solid shape with
 * veins of the cloth; or leaves washed with green, or in the asked colour, with the pen in ink.
 */
export function linePaints(brief: Brief, { ground, main, leaf, ink }: Colourway, random: Random): LeafPaint[] {
  const asked = brief.colours.length > 0 ? main[0] : undefined
  if (random.inTurn(false, true)) {
    const shares = asked ? [1, 0.5, 0.75, 0.3] : [0.45, 0.3, 0.6, 0.2]
    return shares.map((share) => ({ leaf: between(ground, asked ?? leaf, share), ink, pen: 2.1 }))
  }
  const pen = asked ?? ink
  const drawn: LeafPaint = { leaf: ground, ink: pen, pen: 2.1 }
  return [drawn, drawn, { leaf: pen, ink: ground, pen: 2.1 }, drawn]
}
