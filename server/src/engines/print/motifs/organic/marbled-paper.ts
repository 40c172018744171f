import type { Random } from '../../random.ts'
import { side } from '../frame.ts'
import type { Point } from '../geometry/paths.ts'
import { Bath, type Stroke } from './marbling-bath.ts'
import { gradientNoise } from './noise.ts'
import { nearest, spread } from './spread.ts'

/** Suminagashi: rings of ink and clear water let fall in a few places, then breathed upon. */
export function floatingInk(ground: string, inks: readonly string[], scale: number, random: Random): Bath {
  const bath = new Bath()
  const sources = Math.max(2, Math.round(12 / scale ** 1.5))
  const middles = spread(sources, random)
  const rings = 8 + random.below(3)
  // Of many inks each must be seen.
  const broad = inks.length > 2 ? 1.3 : 1
  for (let ring = 0; ring < rings; ring++) {
    middles.forEach((middle, source) => {
      const ink = inks[(source + (random.chance(0.3) ? ring : 0)) % inks.length] ?? ground
      const strayed = { x: middle.x + random.between(-9, 9) * scale, y: middle.y + random.between(-9, 9) * scale }
      bath.drop(strayed, random.between(28, 48) * broad * scale, ink)
      bath.drop(strayed, random.between(40, 70) * scale, ground)
    })
  }
  // The last drop is ink: every ring has a heart.
  middles.forEach((middle, source) => {
    bath.drop(middle, random.between(8, 20) * scale, inks[source % inks.length] ?? ground)
  })
  bath.stroke(breath(2, 30, random), 6)
  bath.stroke(breath(4, 11 * Math.sqrt(scale), random), 5)
  return bath
}

/** Ebru: colours thrown thickly, combed to and fro, and turned into nests. */
export function combedColours(ground: string, colours: readonly string[], scale: number, random: Random): Bath {
  const bath = new Bath()
  const all = [...colours, ground]
  const throws = Math.round(125 / scale)
  for (let at = 0; at < throws; at++) {
    const colour = all[(at + random.below(2)) % all.length] ?? ground
    bath.drop({ x: random.next() * side, y: random.next() * side }, random.between(34, 92) * Math.sqrt(scale), colour)
  }
  const teeth = 2 * Math.max(1, Math.round(3 / scale))
  bath.stroke(combed(teeth, 46, 'down', random.next()), 3)
  if (random.chance(0.5)) bath.stroke(combed(teeth, 30, 'across', random.next()), 2)
  for (const { middle, turn, reach } of nests(scale, random)) bath.stroke(nest(middle, reach, turn / 6), 6, { middle, reach })
  bath.stroke(breath(3, 20, random), 1)
  return bath
}

/** A breath of air: `swells` slow ones to a repeat, each moving the skin by about `strength`. */
function breath(swells: number, strength: number, random: Random): Stroke {
  const [across, down] = [gradientNoise(random, swells), gradientNoise(random, swells)]
  return (places) => {
    for (let at = 0; at < places.length; at += 2) {
      const [x = 0, y = 0] = [places[at], places[at + 1]]
      places[at] = x + strength * across(x / side, y / side)
      places[at + 1] = y + strength * down(x / side, y / side)
    }
  }
}

/** A comb drawn once: its teeth, evenly set, pull what they touch and drag the rest along; every second one the other way. */
function combed(teeth: number, pull: number, way: 'down' | 'across', start: number): Stroke {
  const [from, to] = way === 'down' ? [0, 1] : [1, 0]
  return (places) => {
    for (let at = 0; at < places.length; at += 2) {
      const place = ((places[at + from] ?? 0) / side) * teeth + start
      const tooth = Math.floor(place)
      const off = Math.abs(place - tooth - 0.5) * 2
      const drag = pull * (1 - off) ** 2 * (1 + 2 * off)
      places[at + to] = (places[at + to] ?? 0) + (tooth % 2 === 0 ? drag : -drag)
    }
  }
}

/** Nightingales' nests: in a half-drop, turning now left, now right. */
function nests(scale: number, random: Random): { middle: Point; turn: number; reach: number }[] {
  const across = 2 * Math.max(1, Math.round(2 / scale))
  const step = side / across
  const [startX, startY] = [random.next() * side, random.next() * side]
  return Array.from({ length: across * across }, (_, at) => {
    const column = at % across
    const row = Math.floor(at / across)
    return {
      middle: { x: startX + column * step, y: startY + (row + (column % 2) / 2) * step },
      turn: (column % 2 === 0 ? 1 : -1) * random.between(5.5, 8),
      reach: 0.64 * step,
    }
  })
}

/** Turns the skin round a middle by `turn` radians, less and less towards `reach`. */
function nest(middle: Point, reach: number, turn: number): Stroke {
  return (places) => {
    for (let at = 0; at < places.length; at += 2) {
      const dx = nearest((places[at] ?? 0) - middle.x)
      const dy = nearest((places[at + 1] ?? 0) - middle.y)
      const squared = dx * dx + dy * dy
      if (squared >= reach * reach) continue
      const share = 1 - Math.sqrt(squared) / reach
      const angle = turn * share * share
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      places[at] = (places[at] ?? 0) - dx + dx * cos - dy * sin
      places[at + 1] = (places[at + 1] ?? 0) - dy + dx * sin + dy * cos
    }
  }
}
