import type { Random } from '../../random.ts'
import { circlePath, movedPath, petalPath } from '../botanical/petals.ts'
import { decimal } from '../drawing.ts'
import { type BotehColours, layer, petals, ring, rosette, stroke } from './boteh-parts.ts'
import type { BotehShape } from './boteh-shape.ts'

/** How a boteh is filled. */
export const fillings = ['spray', 'bands', 'flame'] as const

type Filler = (shape: BotehShape, colours: BotehColours, random: Random) => string

/** Draws what is in a boteh's body. */
export const fill: Record<(typeof fillings)[number], Filler> = {
  /** A dotted border, and in the field a stem with leaves that grows out of a flower. */
  spray: (shape, colours, random) => {
    const border = ring(shape.rim(8.5, 9.5), 2.9, colours.trim, { ...colours, pen: 0 })
    const { x, y } = shape.spine(0)
    return `${border}${layer(shape, 16, colours.trim, colours)}${layer(shape, 19.5, colours.field, colours)}${stem(shape, colours, random)}${rosette(x, y, 27, random.pick(7, 8, 9), colours)}`
  },
  /** Bands inside each other, the widest with petals that point inwards, and seeds up the spine. */
  bands: (shape, colours, random) => {
    const { x, y } = shape.spine(0.02)
    return (
      layer(shape, 7, colours.trim, colours) +
      layer(shape, 10.5, colours.body, colours) +
      layer(shape, 15, colours.field, colours) +
      petals(shape.rim(16, 11), 13, 5, 180, colours.flower, colours) +
      layer(shape, 31, colours.body, colours) +
      layer(shape, 34.5, colours.trim, colours) +
      seedsUp(shape, 0.3, colours.body) +
      rosette(x, y, 17, random.pick(6, 8), colours)
    )
  },
  /** A boteh in the boteh, with petals like flames round it. */
  flame: (shape, colours, random) => {
    const { x, y } = shape.spine(0.02)
    return (
      layer(shape, 6, colours.field, colours) +
      petals(shape.rim(29, 10), 19, 6.5, 0, colours.flower, colours) +
      ring(shape.rim(10, 11), 1.9, colours.trim, { ...colours, pen: 0 }) +
      layer(shape, 27, colours.body, colours) +
      ring(shape.rim(32.5, 8), 1.9, colours.field, { ...colours, pen: 0 }) +
      layer(shape, 37.5, colours.heart, colours) +
      seedsUp(shape, 0.22, colours.field) +
      rosette(x, y, 13, random.pick(5, 6), colours)
    )
  },
}

/** A stem along the spine with leaves in pairs, smaller towards the tip, and a bud at its end. */
function stem(shape: BotehShape, colours: BotehColours, random: Random): string {
  const until = 0.72
  const places = Array.from({ length: 9 }, (_, at) => shape.spine((at / 8) * until))
  const line = places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${decimal(x)} ${decimal(y)}`).join('')
  const pairs = 4
  const leaves = Array.from({ length: pairs }, (_, at) => {
    const { x, y, reach, onwards } = shape.spine(0.3 + (at / pairs) * (until - 0.3))
    const length = Math.max(8, (reach - 19) * 0.92)
    const leaf = petalPath('pointed', length, length * 0.26)
    return [-1, 1].map((way) => movedPath(leaf, x, y, onwards + way * random.between(40, 52))).join('')
  }).join('')
  const end = shape.spine(until)
  const bud = `<path d="${petalPath('pointed', 17, 5)}" transform="translate(${decimal(end.x)} ${decimal(end.y)}) rotate(${decimal(end.onwards)})" fill="${colours.flower}"/>`
  return `<path d="${line}" fill="none" stroke="${colours.pen > 0 ? colours.line : colours.leaf}" stroke-width="2.6" stroke-linecap="round"/><path d="${leaves}" fill="${colours.leaf}"${stroke(colours)}/>${bud}`
}

/** Seeds along the spine that shrink towards the tip. */
function seedsUp(shape: BotehShape, from: number, fill: string): string {
  const seeds = Array.from({ length: 6 }, (_, at) => {
    const { x, y } = shape.spine(from + at * 0.075)
    return circlePath(x, y, 4.6 - at * 0.6)
  })
  return `<path d="${seeds.join('')}" fill="${fill}"/>`
}
