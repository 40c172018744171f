import type { Colourway } from '../../colour/colourway.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, svgDocument } from '../drawing.ts'
import { byLightness } from '../geometry/inks.ts'
import { filled } from '../geometry/paths.ts'
import { styleAmong } from '../style.ts'
import { contourPath } from './contours.ts'
import { digitalPatches } from './digital-patches.ts'
import { type Field, fieldOf, quantile, valueAt } from './field.ts'
import { fractalNoise, gradientNoise } from './noise.ts'
import { isOpen, wornColours } from './worn-colours.ts'

/** Light to dark, as armies and outfitters have worn them; the ground first. */
const inNature: readonly [string[], ...string[][]] = [
  ['#a99f78', '#5d6b3f', '#6a4c34', '#26281f'],
  ['#d9c7a0', '#b59a6d', '#8c6f4c', '#5b4a38'],
  ['#8d9a6b', '#4e6137', '#b6a878', '#2c3324'],
  ['#c9c6b6', '#8f9388', '#5f665f', '#2b2f30'],
  ['#b8a77d', '#77805a', '#3f4a36', '#8a5f3d'],
]

/** Largest patches against the usual ones: of larger ones a repeat would hold too few. */
const largest = 2.4

/** Camouflage: patches laid over one another, each colour where its own field is high. */
export const camouflage: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.camouflage, brief.style, random)
  const [ground, ...patches] = patchColours(brief, colours, random)
  const scale = Math.min(largest, brief.scale ?? random.pick(0.85, 1, 1.25)) / (style === 'digital' ? 1.1 : 1)
  const fields = patches.map(() => (style === 'brush' ? brushedField(scale, random) : lobedField(scale, random)))
  const levels = levelsFor(fields, brief.density ?? 1)
  if (style === 'digital')
    return { kind: 'vector', svg: digitalPatches(ground ?? colours.ground, patches, fields, levels, scale, random, frame) }
  const shapes = patches.map((hex, at) => {
    const field = fields[at]
    return field ? filled(contourPath(field, levels[at] ?? 0, frame), hex) : ''
  })
  return { kind: 'vector', svg: svgDocument(frame, ground ?? colours.ground, shapes.join('')) }
}

/** The ground, then the patches, the darkest last: it lies on all others. */
function patchColours(brief: Brief, colours: Colourway, random: Random): string[] {
  if (isOpen(brief)) return random.inTurn(...inNature)
  const worn = wornColours(brief, colours, 4)
  const [ground = colours.ground, ...others] = brief.ground ? worn : byLightness(worn)
  const dark = byLightness(others).at(-1)
  return [ground, ...random.shuffled(others.filter((hex) => hex !== dark)), ...(dark ? [dark] : [])]
}

/** The level of each patch, so that in the end all colours cover about as much, the last a little less. */
function levelsFor(fields: readonly Field[], density: number): number[] {
  return fields.map((field, at) => {
    const cover = Math.min(0.85, (0.95 * density) / (at + 1 + density))
    return quantile(field, 1 - (at === fields.length - 1 ? cover * 0.8 : cover))
  })
}

/** Woodland: lobed patches lying a little lengthwise, their edges frayed by a warp of their own. */
function lobedField(scale: number, random: Random): Field {
  const cells = (count: number) => Math.max(1, Math.round(count / scale))
  const bendX = gradientNoise(random, cells(9), cells(11))
  const bendY = gradientNoise(random, cells(9), cells(11))
  const patches = fractalNoise(random, cells(3.4), cells(4.6), 4, 0.52)
  const strength = 0.034 * scale
  return fieldOf((x, y) => patches(x + strength * bendX(x, y), y + strength * bendY(x, y)))
}

/** Brushed: long strokes that split into bristles where they run out. */
function brushedField(scale: number, random: Random): Field {
  const cells = (count: number) => Math.max(1, Math.round(count / scale))
  const sway = gradientNoise(random, cells(2), cells(1))
  const noise = fractalNoise(random, cells(2.4), cells(7), 2, 0.5)
  const swing = 0.05 * scale
  const strokes = fieldOf((x, y) => noise(x, y + swing * sway(x, y)))
  const bristles = gradientNoise(random, cells(5), cells(58))
  return fieldOf((x, y) => valueAt(strokes, x, y) + 0.3 * bristles(x, y + swing * valueAt(strokes, x, y)), 512)
}
