import type { motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import { discPath, filled, type Point, stroked } from './paths.ts'

/** The colours of one scale. */
export interface ScaleColours {
  ink: string
  second: string
  ground: string
}

/** The svg of a scale: a disc of radius 100 round 0,0, of which its neighbours leave the upper part. `density` is the share of ink. */
export type ScaleShape = (colours: ScaleColours, density: number, random: Random) => string

const middle: Point = { x: 0, y: 0 }
/** Where the two scales of the next row meet: rays come from here. */
const foot: Point = { x: 0, y: 100 }

const disc = (radius: number, colour: string) => filled(discPath(middle, radius), colour)

/** Filled inside a rim, outlined, or with an eye. */
const plain: ScaleShape = ({ ink, second, ground }, density, random) => {
  const rim = 9 / density
  const [outer, eye] = random.inTurn<[number, number]>([rim, 0], [100 - rim * 1.2, 0], [rim, 42], [rim * 0.6, 66], [rim * 1.8, 0])
  // An outlined scale is ground inside its line.
  const body = outer > 50 ? disc(100, ink) + disc(outer, ground) : disc(100.6, ground) + disc(100 - outer, ink)
  if (eye === 0) return body
  const pupil = second === ink ? ground : second
  return `${body}${disc(eye + 7, ground)}${disc(eye, pupil)}`
}

/** Rings about one middle, as waves in the Japanese manner. */
const seigaiha: ScaleShape = ({ ink, second, ground }, density, random) => {
  const rings = random.inTurn(3, 4, 3, 5, 4)
  const step = 100 / rings
  const line = Math.min(0.72, random.between(0.42, 0.6) * density)
  const inner = second === ink ? ink : random.pick(ink, second)
  const drawn = Array.from({ length: rings }, (_, at) => {
    const outer = 100 - at * step
    return disc(outer - step * (1 - line) * 0.5, at === 0 ? ink : inner) + disc(outer - step * (1 + line) * 0.5, ground)
  })
  return disc(100.6, ground) + drawn.join('')
}

/** Rays from the foot to the rim, as on a folded fan. */
const fan: ScaleShape = ({ ink, second, ground }, density, random) => {
  const blades = random.inTurn(7, 9, 11, 9, 7)
  const open = random.chance(0.5)
  const base = open ? ground : ink
  const ray = open ? ink : ground
  const rays = Array.from({ length: blades }, (_, at) => {
    const angle = ((at + 0.5) / blades - 0.5) * spread
    return filled(blade(angle, (spread / blades) * 0.32 * Math.min(1.3, density), 84), ray)
  })
  const rim = second === ink ? ink : second
  return `${disc(100.6, ground)}${disc(97, rim)}${disc(90, base)}${rays.join('')}${open ? filled(discPath(foot, 26), ink) : ''}`
}

/** Ribs that widen to round ends, as on a cockle. */
const shell: ScaleShape = ({ ink, second, ground }, density, random) => {
  const ribs = random.inTurn(7, 9, 7, 11, 9)
  const width = spread / ribs
  const petals = Array.from({ length: ribs }, (_, at) =>
    blade(((at + 0.5) / ribs - 0.5) * spread, width * Math.min(0.48, 0.42 * density), 93),
  ).join('')
  const lines = Array.from({ length: ribs }, (_, at) => lineTo(((at + 0.5) / ribs - 0.5) * spread, 78)).join('')
  const vein = second === ink ? ground : second
  return `${disc(100.6, ground)}${filled(petals, ink)}${stroked(lines, vein, 2.6, ' stroke-linecap="round"')}${filled(discPath(foot, 30), vein)}`
}

/** Angle between the outermost rays, seen from the foot; the neighbours of a scale cover what lies beyond. */
const spread = Math.PI * 0.58

/** From the foot at an angle from upright, to where the disc of `radius` ends. */
function reachOf(angle: number, radius: number): number {
  const cosine = Math.cos(angle)
  return 100 * cosine + Math.sqrt(Math.max(0, 10000 * (cosine * cosine - 1) + radius * radius))
}

const from = (angle: number, reach: number): Point => ({ x: Math.sin(angle) * reach, y: 100 - Math.cos(angle) * reach })

const at = ({ x, y }: Point) => `${decimal(x)} ${decimal(y)}`

/** A ray with a round end. */
function blade(angle: number, half: number, radius: number): string {
  const reach = reachOf(angle, radius) - Math.sin(half) * 60
  const round = decimal(Math.sin(half) * reach)
  return `M${at(foot)}L${at(from(angle - half, reach))}A${round} ${round} 0 0 1 ${at(from(angle + half, reach))}Z`
}

const lineTo = (angle: number, radius: number) => `M${at(foot)}L${at(from(angle, reachOf(angle, radius)))}`

export const scaleShapes: Record<(typeof motifStyles.scallops)[number], ScaleShape> = { plain, fan, seigaiha, shell }
