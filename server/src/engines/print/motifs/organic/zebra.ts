import type { Colourway } from '../../colour/colourway.ts'
import { hexToLab } from '../../colour/oklab.ts'
import { type Brief, motifStyles, type StripeDirection } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, svgDocument } from '../drawing.ts'
import { apart } from '../geometry/inks.ts'
import { filled } from '../geometry/paths.ts'
import { styleAmong } from '../style.ts'
import { contourPath } from './contours.ts'
import { type Field, fieldOf, quantile, valueAt } from './field.ts'
import { grownStripes, mostStripes } from './grown-stripes.ts'
import { gradientNoise } from './noise.ts'
import { isOpen } from './worn-colours.ts'

type Style = (typeof motifStyles.zebra)[number]

/** How a coat's stripes lie; shares count repeats. */
interface Coat {
  /** Stripes across a repeat of the usual scale. */
  count: number
  /** Share of the ground that they cover. */
  cover: number
  /** How straight they begin, 0 to 1. */
  order: number
  /** How much they swell and thin. */
  taper: number
  /** How far they bend. */
  bend: number
}

const coats: Record<Style, Coat> = {
  bold: { count: 8, cover: 0.53, order: 0.08, taper: 0.3, bend: 0.1 },
  fine: { count: 16, cover: 0.52, order: 0.14, taper: 0.3, bend: 0.09 },
  tiger: { count: 10, cover: 0.34, order: 0.12, taper: 0.8, bend: 0.06 },
}

const zebraInNature: readonly [string[], ...string[][]] = [
  ['#f7f2e8', '#1a1817'],
  ['#f3ead9', '#2b201b'],
  ['#fbfaf6', '#141417'],
]
const tigerInNature: readonly [string[], ...string[][]] = [
  ['#d97f2b', '#1d1410'],
  ['#f1ebdf', '#2a2523'],
  ['#e3993d', '#251812'],
]

/** Zebra and tiger: stripes grown as a coat grows them, bent as it lies. A third colour lies in the stripes' middle. */
export const zebra: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.zebra, brief.style, random)
  const [ground = colours.ground, ...stripes] = coatColours(brief, colours, style, random)
  const field = coatField(coats[style], brief, random)
  const cover = Math.min(0.8, coats[style].cover * Math.sqrt(brief.density ?? 1) * (stripes.length > 1 ? 1.15 : 1))
  const shapes = stripes.map((hex, at) => {
    const level = quantile(field, 1 - cover * (1 - at / (stripes.length + 0.25)))
    return filled(contourPath(field, level, frame), hex)
  })
  return { kind: 'vector', svg: svgDocument(frame, ground, shapes.join('')) }
}

function coatField({ count, order, taper, bend }: Coat, brief: Brief, random: Random): Field {
  const scale = brief.scale ?? random.pick(0.85, 1, 1.2)
  const stripes = grownStripes(Math.min(mostStripes, Math.max(2, Math.round(count / scale))), order, random)
  const direction = brief.direction ?? random.pick<StripeDirection>('vertical', 'horizontal', 'diagonal')
  const [bendX, bendY, swell] = [gradientNoise(random, 2), gradientNoise(random, 2), gradientNoise(random, 4)]
  const depth = quantile(stripes, 0.9)
  return fieldOf((x, y) => {
    const [along, over] = direction === 'vertical' ? [y, x] : [x, y]
    const slant = direction === 'diagonal' ? over + along : over
    const [u, v] = [along + bend * bendX(x, y), slant + bend * bendY(x, y)]
    return valueAt(stripes, u, v) + depth * taper * swell(x, y)
  })
}

/** The ground first, then the stripes from their rims to their hearts. */
function coatColours(brief: Brief, colours: Colourway, style: Style, random: Random): string[] {
  if (isOpen(brief)) return style === 'tiger' ? random.inTurn(...tigerInNature) : random.inTurn(...zebraInNature)
  const asked = brief.colours
  if (brief.ground) return [brief.ground, ...(asked.length > 0 ? asked : [inkOn(brief.ground)])]
  if (asked.length === 0) return [colours.ground, ...colours.main.slice(0, 1)]
  const [first = colours.ground] = asked
  if (asked.length === 1) return style === 'tiger' ? [first, inkOn(first)] : aloneOnCloth(first)
  const [lightest = first] = asked.toSorted((p, q) => hexToLab(q).l - hexToLab(p).l)
  const others = asked.filter((hex) => hex !== lightest)
  return [lightest, ...others.toSorted((p, q) => apart(q, lightest) - apart(p, lightest))]
}

/** One colour is striped with white where it is dark, with near black where it is light. */
const aloneOnCloth = (hex: string) => (hexToLab(hex).l < 0.72 ? ['#f8f4ea', hex] : [hex, '#1d1a19'])

const inkOn = (ground: string) => (hexToLab(ground).l > 0.42 ? '#1d1715' : '#f5efe2')
