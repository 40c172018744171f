import type { Box } from '../acquire/found-image'

/** A way across the page: an arrow key. */
export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** How much a picture off to the side counts as further away. */
const sideways = 2

/** Which of these boxes lies next in that direction, as the eye would say; null where none does. */
export function nextTowards(way: Way, from: Box, boxes: Box[]): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  boxes.forEach((box, at) => {
    const distance = distanceTowards(way, from, box)
    if (distance !== null && distance < least) [best, least] = [at, distance]
  })
  return best
}

function distanceTowards(way: Way, from: Box, to: Box): number | null {
  const upright = way === 'ArrowUp' || way === 'ArrowDown'
  const sign = way === 'ArrowRight' || way === 'ArrowDown' ? 1 : -1
  const [a, b] = [centreOf(from), centreOf(to)]
  const ahead = sign * (upright ? b.y - a.y : b.x - a.x)
  if (ahead < 1) return null
  // Boxes that overlap crosswise are straight ahead.
  const aside = upright ? gapBetween(from.x, from.width, to.x, to.width) : gapBetween(from.y, from.height, to.y, to.height)
  const off = upright ? Math.abs(b.x - a.x) : Math.abs(b.y - a.y)
  return ahead + sideways * aside + (aside > 0 ? off : off / 4)
}

function centreOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 }
}

function gapBetween(start: number, length: number, other: number, otherLength: number): number {
  return Math.max(0, other - (start + length), start - (other + otherLength))
}

/** Which of these boxes a point is on: the smallest, since it lies on the others; null where it is on none. */
export function boxAt(x: number, y: number, boxes: Box[]): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  boxes.forEach((box, at) => {
    const inside = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height
    const area = box.width * box.height
    if (inside && area < least) [best, least] = [at, area]
  })
  return best
}
