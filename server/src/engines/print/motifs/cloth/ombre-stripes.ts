import { between } from '../../colour/oklab.ts'
import type { Band, Makers } from './stripe-bands.ts'

/** Colour that fades: there and back; away, to begin anew at a hard edge; from one colour to another; and in steps. */
export const ombres: Makers = [
  ({ ground, first }) => ({ bands: fading(ground, first, 64), times: 3 }),
  ({ ground, first }) => ({ bands: steps(first, ground, 96), times: 4 }),
  ({ ground, first, accent }) => ({ bands: [...fading(ground, first, 64), ...fading(ground, accent, 64)], times: 1 }),
  ({ ground, first }) => ({ bands: fading(ground, first, 6), times: 3 }),
]

/** From one colour to another, each step in OKLab as far as the last; both ends are broader. */
const steps = (from: string, to: string, count: number): Band[] =>
  Array.from(
    { length: count },
    (_, at): Band => [between(from, to, at / (count - 1)), at % (count - 1) === 0 ? Math.max(1, count / 14) : 1],
  )

function fading(from: string, to: string, count: number): Band[] {
  const there = steps(from, to, count)
  return [...there, ...there.slice(1, -1).toReversed()]
}
