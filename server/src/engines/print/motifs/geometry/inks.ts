import { type Colourway, clearOf } from '../../colour/colourway.ts'
import { difference, hexToLab } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'

/** Colours nearer than this do not part two areas that touch. */
const parts = 0.09

export const apart = (p: string, q: string) => difference(hexToLab(p), hexToLab(q))

/**
 * The colours laid on the ground: all that were asked for, and partners of the colourway as far as `least` where two or
 * more were named, as far as `most` where it was left open. A partner too near to another colour is left out.
 */
export function inksFor(
  { colours: asked, ground: askedGround }: Brief,
  { main, ground }: Colourway,
  least: number,
  most: number,
): [string, ...string[]] {
  const named = main.filter((hex) => asked.includes(hex))
  const wanted = asked.length + (askedGround ? 1 : 0) >= 2 ? least : most
  const inks = named.length > 0 ? named : main.slice(0, 1)
  for (const partner of main) {
    if (inks.length >= wanted) break
    if ([ground, ...inks].every((one) => apart(one, partner) > parts)) inks.push(partner)
  }
  const [first = ground, ...others] = inks
  return [first, ...others]
}

/** Of the candidates, the one that shows best on everything it lies on. */
export function clearestOf(candidates: readonly [string, ...string[]], on: readonly string[]): string {
  const least = (hex: string) => Math.min(...on.map((one) => apart(hex, one)))
  return candidates.reduce((best, hex) => (least(hex) > least(best) ? hex : best))
}

/** Fine lines need more contrast than areas. */
const readsAsLine = 0.3

/** A colour for fine lines: one that was asked for as it is, another moved away from the ground until it reads. */
export const asLine = (hex: string, { colours: asked }: Brief, { ground }: Colourway) =>
  asked.includes(hex) ? hex : clearOf(hex, ground, readsAsLine)

/** The colours from light to dark. */
export const byLightness = (colours: readonly string[]) => colours.toSorted((p, q) => hexToLab(q).l - hexToLab(p).l)

/** Rounds in which places that are like a neighbour choose again. */
const rounds = 12

/**
 * One of `choices` for each of `count` places, so that neighbours differ where the choices allow it and each is taken
 * about as often as the others. `neighbours` names the places that touch a place.
 */
export function differing(count: number, choices: number, neighbours: (at: number) => number[], random: Random): number[] {
  const chosen = Array.from({ length: count }, () => -1)
  const taken = Array.from({ length: choices }, () => 0)
  const choose = (at: number) => {
    const beside = neighbours(at).map((other) => chosen[other])
    // Few neighbours alike count most, then how seldom a choice was taken.
    const rank = taken.map((times, choice) => beside.filter((one) => one === choice).length * count + times + random.next() * 3)
    return rank.indexOf(Math.min(...rank))
  }
  const take = (at: number) => {
    const choice = choose(at)
    chosen[at] = choice
    taken[choice] = (taken[choice] ?? 0) + 1
  }
  for (let at = 0; at < count; at++) take(at)
  const alike = () =>
    chosen.flatMap((choice, at) => (neighbours(at).some((other) => other !== at && chosen[other] === choice) ? [at] : []))
  for (let round = 0, left = alike(); choices > 2 && round < rounds && left.length > 0; round++, left = alike()) {
    for (const at of left) {
      taken[chosen[at] ?? 0] = (taken[chosen[at] ?? 0] ?? 0) - 1
      chosen[at] = -1
      take(at)
    }
  }
  return chosen
}
