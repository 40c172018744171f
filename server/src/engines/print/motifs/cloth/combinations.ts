import type { Random } from '../../random.ts'

/**
 * One of each list, in turn by the seed: neighbouring seeds differ in both, and none comes again before every pair that the
 * lists' lengths allow has been, so that a batch of plain things has no two alike.
 */
export function combined<P, Q>(random: Random, firsts: readonly [P, ...P[]], seconds: readonly [Q, ...Q[]]): [P, Q] {
  const pairs = Array.from({ length: firsts.length * seconds.length }, (_, at): [P, Q] => [
    firsts[at % firsts.length] ?? firsts[0],
    seconds[((at % firsts.length) + Math.floor(at / firsts.length)) % seconds.length] ?? seconds[0],
  ])
  const [first = [firsts[0], seconds[0]], ...others] = pairs
  return random.inTurn<[P, Q]>(first, ...others)
}
