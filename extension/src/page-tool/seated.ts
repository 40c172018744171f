import type { Box, FrameSeat, Standing } from '../acquire/found-image'
import { cutTo } from '../acquire/on-screen'

/** A place in a frame, as a place in the window that shows it. */
export function seated({ box, whole }: Standing, { box: seat, scale }: FrameSeat): Standing | null {
  const { x, y, width, height } = box
  const moved: Box = { x: seat.x + x * scale, y: seat.y + y * scale, width: width * scale, height: height * scale }
  const seen = cutTo(moved, seat)
  return seen && { box: seen, whole: whole && seen.width * seen.height > 0.98 * moved.width * moved.height }
}
