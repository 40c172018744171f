import { between, hexToLab } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { type PackingLevel, type Placed, packed } from '../packing.ts'
import { featherPalm, fern, silverDollar, willowLeaves } from './fronds.ts'
import { greensFor, linePaints, type Plant } from './leaf-paints.ts'
import type { LeafPainter } from './leaf-parts.ts'
import { monstera } from './monstera.ts'
import { banana, fanPalm } from './tropical-leaves.ts'

type Style = Plant | 'line'

/** What grows in a style, the leading kind first, and whether its leaves are slender. */
const plants: Record<Style, { kinds: readonly [LeafPainter, ...LeafPainter[]]; slender: boolean }> = {
  tropical: { kinds: [monstera, featherPalm, banana, fanPalm], slender: false },
  monstera: { kinds: [monstera], slender: false },
  palm: { kinds: [fanPalm, featherPalm], slender: false },
  fern: { kinds: [fern], slender: true },
  eucalyptus: { kinds: [silverDollar, willowLeaves], slender: true },
  line: { kinds: [monstera, featherPalm, fanPalm, banana], slender: false },
}

/** Foliage: large leaves over a shadow of others, or slender ones beside each other; painted, or drawn in line. */
export const foliage: Generator = (brief, colours, random, frame) => {
  const style = styleFor(brief, random)
  const paints = style === 'line' ? linePaints(brief, colours, random) : greensFor(style, brief, colours, random)
  const { kinds, slender } = plants[style]
  const front = paints.map((paint, at) => kinds[at % kinds.length]?.(paint, random) ?? '')
  const shade = between(colours.ground, paints[0]?.leaf ?? colours.leaf, hexToLab(colours.ground).l < 0.45 ? 0.3 : 0.22)
  const back = style === 'line' || slender ? [] : kinds.slice(0, 2).map((kind) => kind({ leaf: shade, ink: shade }, random))
  const definitions = [...named('back', back), ...named('front', front)]
  const layout = brief.layout ?? 'toss'
  const layer = (name: string, levels: PackingLevel[], count: number) =>
    count === 0
      ? ''
      : packed(levels, layout, random, slender ? 1.45 : 1)
          .map((thing) => use(thing, `${name}${Math.floor(thing.choice * count)}`, slender || layout !== 'toss', frame))
          .join('')
  const size = (brief.scale ?? random.inTurn(1, 1.25, 0.8)) * (layout === 'toss' ? 1 : 0.8)
  const shapes =
    layer('back', backLevels(size), back.length) + layer('front', frontLevels(style, size, brief.density ?? 1), front.length)
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes, definitions.join('')) }
}

function styleFor({ style }: Brief, random: Random): Style {
  const found = styles.find((one) => one === style)
  return found ?? random.inTurn<Style>('tropical', 'eucalyptus', 'palm', 'monstera', 'fern', 'tropical', 'line')
}

const styles: readonly Style[] = ['tropical', 'monstera', 'palm', 'fern', 'eucalyptus', 'line']

const named = (level: string, groups: string[]) => groups.map((group, at) => `<g id="${level}${at}">${group}</g>`)

const level = (name: string, radius: number, spread: number, most: number, gap: number): PackingLevel => ({
  name,
  radius,
  spread,
  most,
  gap,
})

const backLevels = (size: number) => [level('back', 165 * size, 0.2, 30, 0.62), level('back', 100 * size, 0.3, 40, 0.62)]

function frontLevels(style: Style, size: number, density: number): PackingLevel[] {
  const near = 1 / Math.sqrt(density)
  const most = (count: number) => Math.ceil(count / (size * size))
  const row = (radius: number, spread: number, count: number, gap: number) =>
    level('front', radius * size, spread, most(count), gap * near)
  switch (style) {
    case 'fern':
    case 'eucalyptus':
      return [row(165, 0.2, 12, 0.76), row(118, 0.25, 20, 0.74), row(78, 0.3, 30, 0.74)]
    case 'line':
      return [row(150, 0.15, 10, 0.9), row(98, 0.2, 24, 0.84), row(62, 0.25, 50, 0.86)]
    default:
      return [row(150, 0.2, 12, 0.8), row(98, 0.25, 24, 0.8), row(56, 0.3, 50, 0.86)]
  }
}

/** Turned freely; slender leaves, and all where the cloth has a direction, stand up or hang down, swaying. */
function use({ x, y, radius, turn, choice, mirrored }: Placed, id: string, directed: boolean, frame: Frame): string {
  const sway = (turn - 0.5) * 52
  const angle = directed ? sway + ((choice * 8) % 1 < 0.5 ? 0 : 180) : turn * 360
  const scale = (radius / 100).toFixed(3)
  const flip = mirrored ? `scale(-${scale} ${scale})` : `scale(${scale})`
  return placesInFrame(frame, x, y, radius * 1.5)
    .map(
      (place) =>
        `<use href="#${id}" transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${decimal(mirrored ? -angle : angle)}) ${flip}"/>`,
    )
    .join('')
}
