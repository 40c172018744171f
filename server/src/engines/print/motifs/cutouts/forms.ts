import type { Random } from '../../random.ts'
import type { Point } from '../geometry/paths.ts'
import { smoothPath } from './smooth.ts'

/** A form cut from paper with scissors: svg without colours, in a circle of radius 100 round 0,0. */
export type Form = (random: Random) => string

const polar = (angle: number, reach: number): Point => ({ x: Math.cos(angle) * reach, y: Math.sin(angle) * reach })

const cut = (d: string, transform = '') => `<path d="${d}"${transform ? ` transform="${transform}"` : ''}/>`

const n = (value: number) => String(Math.round(value * 10) / 10)

/** A finger from 0,0 upwards, its end round and broader than its root. */
const finger = (long: number, broad: number) =>
  `M${n(-broad * 0.4)} 6C${n(-broad * 0.45)} ${n(-long * 0.4)} ${n(-broad)} ${n(-long * 0.6)} ${n(-broad * 0.9)} ${n(-long * 0.84)}C${n(-broad * 0.8)} ${n(-long * 1.05)} ${n(broad * 0.8)} ${n(-long * 1.05)} ${n(broad * 0.9)} ${n(-long * 0.84)}C${n(broad)} ${n(-long * 0.6)} ${n(broad * 0.45)} ${n(-long * 0.4)} ${n(broad * 0.4)} 6Z`

/** Seaweed: fingers on both sides of a stem, the longest in the middle. */
export const seaweed: Form = (random) => {
  const pairs = 4 + random.below(2)
  const broad = 74 / pairs
  const tilt = random.between(52, 64)
  const fingers = Array.from({ length: pairs }, (_, at) => {
    const along = at / (pairs - 1)
    const long = 62 + 26 * Math.sin(Math.PI * (0.2 + along * 0.6)) - along * 16
    return [1, -1].map((side) =>
      cut(
        finger(long * random.between(0.9, 1.08), broad * 0.74),
        `translate(0 ${n(74 - along * 104)}) rotate(${n(side * (tilt - along * 16))})`,
      ),
    )
  }).flat()
  return `${cut('M-9 100C-5 40 -6 -20 -8 -44L8 -44C6 -20 6 40 9 100Z')}${fingers.join('')}${cut(finger(62, broad * 0.74), 'translate(0 -36)')}`
}

/** Coral: a hand of round fingers. */
export const coral: Form = (random) => {
  const fingers = 5 + random.below(2)
  return Array.from({ length: fingers }, (_, at) => {
    const across = at / (fingers - 1) - 0.5
    const long = 158 - Math.abs(across) * 62
    return cut(finger(long * random.between(0.92, 1.02), 17), `translate(${n(across * 14)} 72) rotate(${n(across * 128)})`)
  }).join('')
}

/** A soft stone or pool. */
export const pool: Form = (random) => {
  const corners = 5 + random.below(3)
  const squeeze = random.between(0.7, 0.95)
  const points = Array.from({ length: corners }, (_, at) => {
    const { x, y } = polar(((at + random.between(-0.2, 0.2)) / corners) * 2 * Math.PI, random.between(74, 98))
    return { x, y: y * squeeze }
  })
  return cut(smoothPath(points, 1.1))
}

/** A sun or anemone: round arms about a middle. */
export const star: Form = (random) => {
  const arms = 7 + random.below(4)
  const turned = Array.from({ length: arms }, (_, at) =>
    cut(finger(random.between(86, 98), 150 / arms), `rotate(${n((at * 360) / arms)})`),
  )
  return `<circle r="30"/>${turned.join('')}`
}

/** A bowl or a moon. */
export const moon: Form = (random) => {
  const deep = random.between(-6, 34)
  return cut(
    `M-94 -34C-90 96 90 96 94 -34C92 -50 68 -50 62 -34C48 ${n(deep + 12)} -48 ${n(deep + 12)} -62 -34C-68 -50 -92 -50 -94 -34Z`,
  )
}

/** A ribbon that waves. */
export const wave: Form = (random) => {
  const bends = 1.5 + random.below(2) * 0.5
  const high = random.between(20, 27)
  const steps = 28
  const along = (at: number) => (at / steps) * bends * 2 * Math.PI
  const slope = (bends * 2 * Math.PI * high) / 184
  const edge = (side: 1 | -1) =>
    Array.from({ length: steps + 1 }, (_, at) => {
      const rise = slope * Math.cos(along(at))
      const length = Math.sqrt(1 + rise * rise)
      const thick = 13 * side
      return { x: -92 + (at / steps) * 184 - (rise / length) * thick, y: high * Math.sin(along(at)) + thick / length }
    })
  return cut(smoothPath([...edge(1), ...edge(-1).toReversed()]))
}

/** A leaf with one side fuller than the other. */
export const leaf: Form = (random) => {
  const [right, left] = [random.between(44, 62), random.between(38, 54)]
  const bow = random.between(-12, 12)
  return cut(
    `M0 98C${n(right * 1.3)} 50 ${n(right * 1.2 + bow)} -40 ${n(bow)} -98C${n(-left * 1.2 + bow)} -40 ${n(-left * 1.3)} 50 0 98Z`,
  )
}
