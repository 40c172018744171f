import { type Colourway, clearOf } from '../../colour/colourway.ts'
import { between, hexToLab, hexToLch, lchToHex, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { type PackingLevel, type Placed, packed } from '../packing.ts'
import { featherPalm, fern, silverDollar, willowLeaves } from './fronds.ts'
import type { LeafPaint } from './sprigs.ts'
import { banana, fanPalm, type LeafPainter, monstera } from './tropical-leaves.ts'

type Style = 'tropical' | 'monstera' | 'palm' | 'fern' | 'eucalyptus' | 'line'

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

/** The greens of a plant, by lightness, chroma and hue. */
const greens: Record<Exclude<Style, 'line'>, readonly (readonly [l: number, c: number, h: number])[]> = {
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
function greensFor(style: Exclude<Style, 'line'>, brief: Brief, { ground, main, ink }: Colourway, random: Random): LeafPaint[] {
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
function linePaints(brief: Brief, { ground, main, leaf, ink }: Colourway, random: Random): LeafPaint[] {
  const asked = brief.colours.length > 0 ? main[0] : undefined
  if (random.inTurn(false, true)) {
    const shares = asked ? [1, 0.5, 0.75, 0.3] : [0.45, 0.3, 0.6, 0.2]
    return shares.map((share) => ({ leaf: between(ground, asked ?? leaf, share), ink, pen: 2.1 }))
  }
  const pen = asked ?? ink
  const drawn: LeafPaint = { leaf: ground, ink: pen, pen: 2.1 }
  return [drawn, drawn, { leaf: pen, ink: ground, pen: 2.1 }, drawn]
}

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
