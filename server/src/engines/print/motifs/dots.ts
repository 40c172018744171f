import { type Brief, motifStyles } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { type Dot, inGrid, scattered, staggered } from './dot-places.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from './drawing.ts'
import { side } from './frame.ts'
import { asLine, inksFor } from './geometry/inks.ts'
import { discPath, filled, type Point, ringOf } from './geometry/paths.ts'
import { laid, timesFor } from './small-repeats.ts'
import { styleAmong } from './style.ts'

type Style = (typeof motifStyles.dots)[number]

/** How one dot is drawn in its ink, beside it the next ink of the print. */
type Mark = (at: Point, radius: number, ink: string, next: string) => string

/** Dots: pin dots, polka dots, coins, confetti, a grid, or rings. */
export const dots: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.dots, brief.style ?? styleByScale(brief), random)
  const isScattered = brief.layout === 'toss' || (style === 'confetti' && brief.layout === null)
  const times = isScattered ? timesFor(brief) * (style === 'pin' ? 2 : 1) : 1
  return laid(times, inStyle(style, isScattered))(brief, colours, random, frame)
}

const inStyle =
  (style: Style, isScattered: boolean): Generator =>
  (brief, colours, random, frame) => {
    const most = style === 'confetti' ? random.inTurn(4, 5, 3, 5, 4) : random.inTurn(1, 3, 1, 4, 2)
    const isFine = style === 'pin' || style === 'ring'
    const inks = inksFor(brief, colours, 1, most).map((ink) => (isFine ? asLine(ink, brief, colours) : ink))
    const mark = style === 'ring' ? random.inTurn(ring, target, ring, ringed, target) : disc
    const shapes = arranged(style, isScattered, brief, inks.length, random).map((dot) => {
      const ink = inks[dot.ink % inks.length] ?? colours.ink
      const next = inks[(dot.ink + 1) % inks.length] ?? ink
      return placesInFrame(frame, dot.x, dot.y, dot.radius * 1.1)
        .map((place) => mark(place, dot.radius, ink, next))
        .join('')
    })
    return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join('')) }
  }

/** Small dots without a style are pin dots. */
const styleByScale = ({ scale, layout }: Brief): Style | null => (scale !== null && scale < 0.7 && layout === null ? 'pin' : null)

/** Dots along one row of a repeat, and the radius as a share of their distance. */
function measuresOf(style: Style, random: Random): { across: number; share: number } {
  switch (style) {
    case 'pin':
      return { across: random.inTurn(14, 18, 12, 16, 10), share: random.between(0.11, 0.16) }
    case 'polka':
      return { across: random.inTurn(6, 4, 8, 5, 7), share: random.between(0.2, 0.27) }
    case 'coin':
      return { across: random.inTurn(3, 5, 4, 2, 6), share: random.between(0.3, 0.335) }
    case 'confetti':
      return { across: random.inTurn(12, 8, 16, 10, 6), share: random.between(0.2, 0.26) }
    case 'grid':
      return { across: random.inTurn(8, 6, 10, 5, 12), share: random.between(0.25, 0.36) }
    case 'ring':
      return { across: random.inTurn(4, 6, 5, 3, 7), share: random.between(0.26, 0.33) }
  }
}

function arranged(style: Style, isScattered: boolean, { scale, density, layout }: Brief, inks: number, random: Random): Dot[] {
  const measures = measuresOf(style, random)
  const across = Math.max(1, Math.min(40, Math.round(measures.across / (scale ?? 1))))
  // Dots of a staggered lattice touch at 0.354 of its step.
  const most = style === 'grid' || layout === 'block' ? 0.46 : 0.345
  const radius = (side / across) * Math.min(most, measures.share * Math.sqrt(density ?? 1))
  const lattice = { across, radius, inks }
  if (isScattered) {
    return scattered(radiiOf(style, radius, random), (style === 'confetti' ? 1.32 : 1.22) / Math.sqrt(density ?? 1), inks, random)
  }
  if (layout === 'block' || (style === 'grid' && layout === null)) return inGrid(lattice, random)
  const small = style === 'polka' || style === 'coin' ? random.pick(1, 1, 0.42) : 1
  return staggered({ ...lattice, radius: small < 1 ? radius * 1.15 : radius }, small, random)
}

function radiiOf(style: Style, radius: number, random: Random): number[] {
  if (style === 'pin' || style === 'coin' || style === 'grid') return [radius]
  const kinds = [
    [1.5, 0.9, 0.5],
    [1, 1],
    [2.1, 1.1, 0.55],
    [1.2, 0.7],
    [1.8, 0.6],
  ] as const
  return random.inTurn<readonly number[]>(...kinds).map((share) => share * radius)
}

const disc: Mark = (at, radius, ink) => (radius > 24 ? filled(discPath(at, radius), ink) : circle(at, radius, ink))

const circle = ({ x, y }: Point, radius: number, ink: string) =>
  `<circle cx="${decimal(x)}" cy="${decimal(y)}" r="${decimal(radius)}" fill="${ink}"/>`

const ring: Mark = (at, radius, ink) => ringOf(at, radius, radius * 0.68, ink)

/** A ring round a dot. */
const target: Mark = (at, radius, ink, next) => ring(at, radius, ink, next) + disc(at, radius * 0.4, next, ink)

/** A dot with a fine ring. */
const ringed: Mark = (at, radius, ink, next) => disc(at, radius * 0.72, ink, next) + ringOf(at, radius, radius * 0.89, next)
