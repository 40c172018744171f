import type { Random } from '../../random.ts'
import { circlePath, movedPath, petalPath } from '../botanical/petals.ts'
import { decimal } from '../drawing.ts'
import { type BotehShape, botehShape, type RimPlace } from './boteh-shape.ts'

/** The colours of one boteh, from its edge inwards. In line work they are all the ground's, and `line` draws. */
export interface BotehColours {
  fringe: string
  body: string
  trim: string
  field: string
  flower: string
  heart: string
  leaf: string
  line: string
  /** Width of the contour; 0 for none. */
  pen: number
}

/** How a boteh is filled. */
const fillings = ['spray', 'bands', 'flame'] as const

/** The svg of one boteh inside radius 100, and its shape. */
export interface Boteh {
  svg: string
  shape: BotehShape
}

/** A large boteh with everything in it; `order` takes the fillings in turn. */
export function boteh(order: number, colours: BotehColours, random: Random): Boteh {
  const shape = botehShape(random.between(48, 57), random.between(125, 165), random.between(8, 20))
  const filling = fillings[order % fillings.length] ?? 'spray'
  const fringe = random.pick('beads' as const, 'petals' as const, 'dots' as const)
  return { shape, svg: edged(shape, fringe, colours) + fill[filling](shape, colours, random) + tipBead(shape, colours) }
}

/** A small boteh: a body, a rim of dots and a seed. */
export function smallBoteh(colours: BotehColours, random: Random): Boteh {
  const shape = botehShape(random.between(52, 60), random.between(110, 150), 12)
  const { x, y } = shape.spine(0)
  const svg =
    ring(shape.rim(-11, 17), 5.5, colours.fringe, colours) +
    layer(shape, 0, colours.body, colours) +
    layer(shape, 16, colours.field, colours) +
    ring(shape.rim(29, 15), 4, colours.flower, { ...colours, pen: 0 }) +
    rosette(x, y, 22, 6, colours)
  return { shape, svg }
}

export const stroke = ({ line, pen }: BotehColours) => (pen > 0 ? ` stroke="${line}" stroke-width="${pen}"` : '')

const layer = (shape: BotehShape, inset: number, fill: string, colours: BotehColours) =>
  `<path d="${shape.outline(inset)}" fill="${fill}"${stroke(colours)} stroke-linejoin="round"/>`

/** A bead on every place. */
function ring(places: RimPlace[], radius: number, fill: string, colours: BotehColours): string {
  const path = places.map(({ x, y }) => circlePath(x, y, radius)).join('')
  return `<path d="${path}" fill="${fill}"${stroke(colours)}/>`
}

/** A petal on every place, its foot there; `turn` 0 points outwards, 180 inwards. */
function petals(places: RimPlace[], length: number, width: number, turn: number, fill: string, colours: BotehColours): string {
  const petal = petalPath('pointed', length, width)
  const path = places.map(({ x, y, outwards }) => movedPath(petal, x, y, outwards + turn)).join('')
  return `<path d="${path}" fill="${fill}"${stroke(colours)}/>`
}

/** The body with its outline of beads, petals or dots. */
function edged(shape: BotehShape, fringe: 'beads' | 'petals' | 'dots', colours: BotehColours): string {
  const around = {
    beads: () => ring(shape.rim(-3, 13), 7.5, colours.fringe, colours),
    petals: () => petals(shape.rim(2, 12), 15, 7, 0, colours.fringe, colours),
    dots: () => ring(shape.rim(-10, 11), 3.6, colours.fringe, colours),
  }[fringe]()
  // A fringe in the body's own colour is parted from it by a line of the cloth.
  const gap = colours.fringe === colours.body && fringe !== 'dots' ? layer(shape, -2.4, colours.field, colours) : ''
  return around + gap + layer(shape, 0, colours.body, colours)
}

type Filler = (shape: BotehShape, colours: BotehColours, random: Random) => string

const fill: Record<(typeof fillings)[number], Filler> = {
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

/** A flower seen from above, as embroiderers make it: two rounds of petals and a heart. */
export function rosette(x: number, y: number, radius: number, count: number, colours: BotehColours): string {
  const round = (length: number, width: number, turn: number, fill: string) => {
    const petal = petalPath('round', length, width)
    const path = Array.from({ length: count }, (_, at) => movedPath(petal, x, y, (at / count) * 360 + turn)).join('')
    return `<path d="${path}" fill="${fill}"${stroke(colours)}/>`
  }
  const outer = round(radius, (radius * 2.5) / count, 0, colours.flower)
  const inner = radius > 15 ? round(radius * 0.58, (radius * 1.5) / count, 180 / count, colours.heart) : ''
  return `${outer}${inner}<path d="${circlePath(x, y, radius * 0.24)}" fill="${colours.trim}"${stroke(colours)}/>`
}

function tipBead(shape: BotehShape, colours: BotehColours): string {
  const { x, y, onwards } = shape.spine(1)
  const angle = (onwards * Math.PI) / 180
  return `<circle cx="${decimal(x + Math.sin(angle) * 5)}" cy="${decimal(y - Math.cos(angle) * 5)}" r="5.5" fill="${colours.fringe}"${stroke(colours)}/>`
}
