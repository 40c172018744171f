import type { Colourway } from '../../colour/colourway.ts'
import { between, hexToLab, toned } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { apart, byLightness } from '../geometry/inks.ts'
import { Inked, type Point } from '../geometry/paths.ts'
import { styleAmong } from '../style.ts'
import { type Cell, cellsOf } from './cells.ts'
import { throughMiddles } from './contours.ts'
import { gradientNoise, type Noise } from './noise.ts'
import { brokenRing, type Coat, type Outline, spot } from './rosette.ts'
import { isOpen } from './worn-colours.ts'

/** What a coat is printed in: the fur, the darker hearts of its rosettes in turn, the rings and spots. */
interface Fur {
  ground: string
  hearts: string[]
  ring: string
  /** What the cheetah's spots are printed in. */
  spots: string[]
}

const inNature: readonly [Fur, ...Fur[]] = [
  { ground: '#dcb07a', hearts: ['#b07a3e'], ring: '#2b1a12', spots: ['#2b1a12'] },
  { ground: '#ecdcc0', hearts: ['#c4935b'], ring: '#3a2518', spots: ['#3a2518'] },
  { ground: '#c98f4e', hearts: ['#96602c'], ring: '#1f1511', spots: ['#1f1511'] },
  { ground: '#e6e1d8', hearts: ['#b3a898'], ring: '#2c2a29', spots: ['#2c2a29'] },
]

/** Largest rosettes, in drawing units: of larger ones too few would fill a repeat. */
const largest = 128
/** Smaller ones would be specks on cloth. */
const smallest = 14

/** Leopard, jaguar and cheetah: spots that fill cells, drawn along by the way the coat lies. */
export const leopard: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.leopard, brief.style, random)
  const fur = furFor(brief, colours, random)
  const scale = brief.scale ?? random.pick(0.8, 1, 1.25)
  const radius = Math.max(smallest, Math.min(largest, (style === 'jaguar' ? 66 : style === 'cheetah' ? 36 : 51) * scale))
  const cells = cellsOf(radius, style === 'jaguar' ? 0.7 : 0.95, random.between(1, 1.3), random)
  const usual = cells.reduce((sum, cell) => sum + cell.radius, 0) / cells.length
  const lie = lieOfCoat(scale, random)
  const shapes = new Inked()
  const draw = (cell: Cell, outline: Outline, colour: string) => drawOutline(cell, outline, colour, shapes, lie, frame)
  const size = Math.sqrt(brief.density ?? 1)
  // Hearts first: rings lie on them.
  if (style !== 'cheetah') for (const cell of cells) drawHeart(cell, style === 'jaguar' ? 0.66 : 0.69, fur, draw, random)
  for (const cell of cells) drawSpots[style](cell, cell.radius / usual, size, fur, draw, random)
  return { kind: 'vector', svg: svgDocument(frame, fur.ground, shapes.areas()) }
}

type Draw = (cell: Cell, outline: Outline, colour: string) => void
type DrawSpots = (cell: Cell, relative: number, size: number, fur: Fur, draw: Draw, random: Random) => void

/** Cells smaller than this against the others hold a full spot, not a ring. */
const tooSmallForRing = 0.74

const leopardCoat: Coat = { fill: 0.83, thickness: 0.36, dabs: [2, 4] }
const jaguarCoat: Coat = { fill: 0.88, thickness: 0.25, dabs: [3, 5] }

const drawSpots: Record<(typeof motifStyles.leopard)[number], DrawSpots> = {
  leopard: (cell, relative, size, fur, draw, random) => {
    if (relative < tooSmallForRing) draw(cell, spot(cell, 0.62 * size, random), fur.ring)
    else for (const dab of brokenRing(cell, sized(leopardCoat, size), random)) draw(cell, dab, fur.ring)
  },
  jaguar: (cell, relative, size, fur, draw, random) => {
    if (relative < tooSmallForRing) {
      draw(cell, spot(cell, 0.6 * size, random), fur.ring)
      return
    }
    for (const dab of brokenRing(cell, sized(jaguarCoat, size), random)) draw(cell, dab, fur.ring)
    const dots = 1 + random.below(3)
    const turn = random.next()
    for (let at = 0; at < dots; at++) {
      const angle = 2 * Math.PI * (turn + at / dots + random.between(-0.08, 0.08))
      const away = cell.radius * (dots === 1 ? 0.08 : random.between(0.22, 0.32))
      const dot = spot(cell, random.between(0.1, 0.16) * size, random)
      draw(
        cell,
        dot.map(({ x, y }) => ({ x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away })),
        fur.ring,
      )
    }
  },
  cheetah: (cell, _relative, size, fur, draw, random) =>
    draw(cell, spot(cell, random.between(0.5, 0.66) * size, random), fur.spots[random.below(fur.spots.length)] ?? fur.ring),
}

const sized = (coat: Coat, size: number): Coat => ({ ...coat, thickness: coat.thickness * size })

function drawHeart(cell: Cell, share: number, { hearts }: Fur, draw: Draw, random: Random): void {
  const heart = hearts[random.below(hearts.length)]
  if (heart) draw(cell, spot(cell, share * random.between(0.95, 1.06), random), heart)
}

/** Draws a shape of a cell wherever the frame shows it, moved as the coat lies. */
function drawOutline(
  { middle, radius }: Cell,
  outline: Outline,
  colour: string,
  shapes: Inked,
  lie: (at: Point) => Point,
  frame: Frame,
): void {
  const lain = outline.map(({ x, y }) => lie({ x: middle.x + x, y: middle.y + y }))
  for (const place of placesInFrame(frame, middle.x, middle.y, radius * 2 + 70)) {
    const [dx, dy] = [place.x - middle.x, place.y - middle.y]
    shapes.add(colour, throughMiddles(lain.flatMap(({ x, y }) => [x + dx, y + dy])))
  }
}

/** The way the coat lies: slow swells that press spots together here and draw them out there. */
function lieOfCoat(scale: number, random: Random): (at: Point) => Point {
  const cells = Math.max(2, Math.round(3 / Math.sqrt(scale)))
  const swell: [Noise, Noise] = [gradientNoise(random, cells), gradientNoise(random, cells)]
  const strength = 74 / cells
  return ({ x, y }) => ({
    x: x + strength * swell[0](x / side, y / side),
    y: y + strength * swell[1](x / side, y / side),
  })
}

/** Of the colours asked for, the darkest rings and the lightest lies beneath, unless a ground was named. */
function furFor(brief: Brief, colours: Colourway, random: Random): Fur {
  if (isOpen(brief)) return random.inTurn(...inNature)
  const asked = brief.colours
  const [lightest = colours.ground, ...deeper] = byLightness(asked.length > 0 ? asked : colours.main.slice(0, 3))
  const ground = brief.ground ?? lightest
  const others = brief.ground ? [lightest, ...deeper] : deeper
  const darkest = asked.length === 0 && brief.ground ? undefined : others.at(-1)
  const ring = darkest ?? darkOn(ground)
  const middling = asked.length > 0 ? others.slice(0, -1) : []
  return { ground, ring, hearts: middling.length > 0 ? middling : [heartOn(ground, ring)], spots: [ring, ...middling] }
}

/** Near black in the ground's warmth; cream on grounds too dark for it. */
const darkOn = (ground: string) => (hexToLab(ground).l > 0.42 ? between('#1f1613', ground, 0.06) : '#f1e4cc')

/** Part of the way to the ring: a shade of the fur that is neither. */
function heartOn(ground: string, ring: string): string {
  const shade = toned(ground, hexToLab(ground).l > hexToLab(ring).l ? -0.13 : 0.13, 1.08)
  return apart(shade, ground) > 0.07 && apart(shade, ring) > 0.1 ? shade : between(ground, ring, 0.35)
}
