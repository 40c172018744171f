import type { Box } from 'shared'

/** Least side of a box, as a share of the picture's. */
const leastSide = 0.03

/** A box to begin with: the middle of the picture. */
export const middleBox: Box = [0.2, 0.2, 0.6, 0.6]

/** Enough for a picture of any size, and short when it is kept. */
const rounded = (share: number) => Math.round(share * 1000) / 1000
const within = (value: number, least: number, most: number) => rounded(Math.min(most, Math.max(least, value)))

/** A point in the picture, as shares of its sides. */
export interface Point {
  x: number
  y: number
}

/** The box between two corners; null where it is too small to be meant. */
export function boxBetween(a: Point, b: Point): Box | null {
  const left = within(Math.min(a.x, b.x), 0, 1)
  const top = within(Math.min(a.y, b.y), 0, 1)
  const [width, height] = [rounded(within(Math.max(a.x, b.x), 0, 1) - left), rounded(within(Math.max(a.y, b.y), 0, 1) - top)]
  return width < leastSide || height < leastSide ? null : [left, top, width, height]
}

/** The box somewhere else, as far as the picture goes. */
export function movedBox([left, top, width, height]: Box, by: Point): Box {
  return [within(left + by.x, 0, rounded(1 - width)), within(top + by.y, 0, rounded(1 - height)), width, height]
}

/** The box with its right and lower sides somewhere else. */
export function resizedBox([left, top, width, height]: Box, by: Point): Box {
  return [left, top, within(width + by.x, leastSide, rounded(1 - left)), within(height + by.y, leastSide, rounded(1 - top))]
}
