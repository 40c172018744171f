import type { Colourway } from '../../colour/colourway.ts'
import { hexToRgb } from '../../colour/oklab.ts'
import { type Brief, motifStyles, type StripeDirection } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { emptyRaster } from '../../raster.ts'
import { type Generator, type Painter, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { inksFor } from '../geometry/inks.ts'
import { styleAmong } from '../style.ts'
import { dabs } from './brush/dabs.ts'
import { bristlesOf, layStroke, type Stroke } from './brush/stroke.ts'
import { spread } from './spread.ts'

/** Brushwork: rows of long strokes, dabs, or a few large gestures. */
export const brush: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.brush, brief.style, random)
  const paints = paintsFor(brief, colours)
  const scale = brief.scale ?? random.pick(0.8, 1, 1.2)
  const density = brief.density ?? 1
  if (style === 'dabs') {
    const layout = brief.layout ?? 'toss'
    return { kind: 'vector', svg: svgDocument(frame, colours.ground, dabs(paints, scale, density, layout, frame, random)) }
  }
  const strokes =
    style === 'strokes' ? rowsOfStrokes(brief, paints, scale, density, random) : gestures(paints, scale, density, random)
  return { kind: 'painted', paint: painted(colours.ground, strokes, random) }
}

/** All that were asked for but the ground's; two or three more where colours were left open. */
function paintsFor(brief: Brief, colours: Colourway): readonly string[] {
  return inksFor(brief, colours, 2, 4)
}

function painted(ground: string, strokes: readonly Stroke[], random: Random): Painter {
  const bristles = bristlesOf(random)
  const [r, g, b] = hexToRgb(ground)
  return (size, frame) => {
    const picture = emptyRaster(size * frame.repeats, size * frame.repeats)
    for (let at = 0; at < picture.data.length; at += 3) {
      picture.data[at] = r
      picture.data[at + 1] = g
      picture.data[at + 2] = b
    }
    for (const [order, stroke] of strokes.entries()) layStroke(picture, stroke, bristles, order, size, frame)
    return picture
  }
}

/** Long strokes side by side, a few to a row, none quite straight. */
function rowsOfStrokes(
  { direction }: Brief,
  paints: readonly string[],
  scale: number,
  density: number,
  random: Random,
): Stroke[] {
  const rows = Math.max(3, Math.round((13 * Math.sqrt(density)) / scale))
  const step = side / rows
  const way = direction ?? random.pick<StripeDirection>('horizontal', 'horizontal', 'vertical', 'diagonal')
  const start = random.next() * side
  const strokes: Stroke[] = []
  const turns = random.shuffled(paints)
  for (let row = 0; row < rows; row++) {
    const count = Math.max(1, Math.round(random.between(1.6, 2.8) / Math.sqrt(scale)))
    const first = random.next() * side
    for (let at = 0; at < count; at++) {
      const length = Math.min(780, (side / count) * random.between(0.72, 1.06))
      const along = first + (at + random.between(-0.1, 0.1)) * (side / count)
      const over = start + row * step + random.between(-0.12, 0.12) * step
      const lean = random.between(-0.05, 0.05) * (random.chance(0.5) ? 1 : -1)
      const [toX, toY] = unit(way === 'vertical' ? lean : 1, way === 'vertical' ? 1 : way === 'diagonal' ? 1 + lean : lean)
      strokes.push({
        x: way === 'vertical' ? over : along,
        y: way === 'vertical' ? along : way === 'diagonal' ? over + along : over,
        length: length * (way === 'diagonal' ? 1.2 : 1),
        width: step * random.between(0.8, 1.12) * (way === 'diagonal' ? 0.72 : 1),
        toX: random.chance(0.5) ? toX : -toX,
        toY,
        bend: random.between(-0.16, 0.16) * step,
        colour: turns[strokes.length % turns.length] ?? '#000000',
        dryness: random.between(0.35, 0.95),
        roundness: 0.16,
      })
    }
  }
  return random.shuffled(strokes.map((stroke) => sameWay(stroke, way)))
}

/** A stroke pulled backwards runs dry at the other end; on a slant both parts turn, or it would stand across. */
function sameWay(stroke: Stroke, way: StripeDirection): Stroke {
  if (way === 'horizontal' || stroke.toX >= 0) return stroke
  return { ...stroke, toY: -stroke.toY }
}

/** Few large sweeps, bent, crossing each other, with finer ones and drops thrown between. */
function gestures(paints: readonly string[], scale: number, density: number, random: Random): Stroke[] {
  const kinds = [
    { count: 11, length: 500, width: 104, bend: 0.24, dryness: [0.7, 1.15], roundness: 0.3 },
    { count: 11, length: 330, width: 44, bend: 0.3, dryness: [0.5, 1], roundness: 0.4 },
    { count: 10, length: 250, width: 13, bend: 0.3, dryness: [0.1, 0.5], roundness: 0.9 },
    { count: 46, length: 13, width: 12, bend: 0, dryness: [0, 0], roundness: 1 },
  ] as const
  let paint = random.below(paints.length)
  return kinds.flatMap(({ count, length, width, bend, dryness, roundness }) => {
    const times = Math.max(2, Math.round((count * density) / scale ** 1.6))
    return spread(times, random).map((place): Stroke => {
      paint = (paint + 1) % paints.length
      const long = Math.min(760, length * scale * random.between(0.75, 1.25))
      const [toX, toY] = unit(random.between(-1, 1), random.between(-0.75, 0.75))
      return {
        ...place,
        length: long,
        width: width * scale * random.between(0.75, 1.2),
        toX,
        toY,
        bend: long * bend * random.between(-1, 1),
        colour: paints[paint] ?? '#000000',
        dryness: random.between(dryness[0], dryness[1]),
        roundness,
      }
    })
  })
}

function unit(x: number, y: number): [number, number] {
  const length = Math.sqrt(x * x + y * y) || 1
  return [x / length, y / length]
}
