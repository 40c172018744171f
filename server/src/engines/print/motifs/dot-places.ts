import type { Random } from '../random.ts'
import { side } from './frame.ts'
import { differing } from './geometry/inks.ts'
import { packed } from './packing.ts'

export interface Dot {
  x: number
  y: number
  radius: number
  /** Which of the inks. */
  ink: number
}

/** How dots of a lattice are set. */
interface Lattice {
  /** Dots along one row of a repeat. */
  across: number
  /** Of a dot, in drawing units. */
  radius: number
  inks: number
}

/** Dots in rows and columns. Two inks alternate, so the dots are then even in number; more are mixed. */
export function inGrid({ across: wanted, radius, inks }: Lattice, random: Random): Dot[] {
  const across = inks === 2 ? Math.max(2, 2 * Math.round(wanted / 2)) : wanted
  const cell = side / across
  const beside = (at: number) => [at - 1, at - across, at % across === across - 1 ? at - across + 1 : at]
  const chosen =
    inks === 2
      ? Array.from({ length: across * across }, (_, at) => (at + Math.floor(at / across)) % 2)
      : differing(across * across, inks, beside, random)
  return chosen.map((ink, at) => ({ x: ((at % across) + 0.5) * cell, y: (Math.floor(at / across) + 0.5) * cell, radius, ink }))
}

/**
 * Every second row moved by half a step, at 45°. With `small` the dots of every second row have that share of the
 * radius and the next ink. Two inks change by row; more are mixed so that neighbours differ.
 */
export function staggered({ across, radius, inks }: Lattice, small: number, random: Random): Dot[] {
  const cell = side / across
  const rows = 2 * across
  const above = (at: number) => at - across
  const chosen =
    inks > 2
      ? differing(
          across * rows,
          inks,
          (at) => [at - 1, above(at), above(at) + (Math.floor(at / across) % 2 === 0 ? -1 : 1)],
          random,
        )
      : Array.from({ length: across * rows }, (_, at) => Math.floor(at / across) % inks)
  return chosen.map((ink, at) => {
    const row = Math.floor(at / across)
    const isSmall = small < 1 && row % 2 === 1
    return {
      x: ((at % across) + (row % 2) / 2 + 0.25) * cell,
      y: ((row + 0.5) * cell) / 2,
      radius: isSmall ? radius * small : radius,
      ink,
    }
  })
}

/** Dots of several radii scattered without touching; `gap` is the share of two radii that parts their middles. */
export function scattered(radii: readonly number[], gap: number, inks: number, random: Random): Dot[] {
  const levels = radii.map((radius, at) => ({ name: String(at), radius, spread: 0.12, most: 1200, gap }))
  return packed(levels, 'toss', random).map(({ x, y, radius, choice }) => ({ x, y, radius, ink: Math.floor(choice * inks) }))
}
