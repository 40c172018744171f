import { ToileError } from '../../platform/errors.ts'

/** A size that a service makes, in px, and the aspect ratio it is asked for by, where it is. */
export interface PictureSize {
  width: number
  height: number
  aspectRatio?: string
}

const longest = ({ width, height }: PictureSize) => Math.max(width, height)
const shape = ({ width, height }: { width: number; height: number }) => Math.log(width / height)

/**
 * The size to ask a service for. A request's size is the longest edge in px: 1024 takes what is at most that, 2048 and 4096 what
 * is more than half of it, or else a larger one that is scaled down. Among these, the one whose shape is nearest to the source's
 * (a print is square), then the largest. Throws `IMAGE_TOO_LARGE` where the service makes nothing so large.
 */
export function sizeFor(sizes: PictureSize[], size: number, source: { width: number; height: number } | null): PictureSize {
  const fitting = sizes.filter((one) => longest(one) <= size && (size === smallestTier || longest(one) > size / 2))
  const larger = sizes.filter((one) => longest(one) > size)
  const wanted = shape(source ?? square)
  const offShape = (one: PictureSize) => Math.abs(shape(one) - wanted)
  const [best] =
    fitting.length > 0
      ? fitting.toSorted((p, q) => offShape(p) - offShape(q) || q.width * q.height - p.width * p.height)
      : larger.toSorted((p, q) => offShape(p) - offShape(q) || longest(p) - longest(q))
  if (best === undefined)
    throw new ToileError('IMAGE_TOO_LARGE', { maxPixels: Math.max(...sizes.map((one) => one.width * one.height)) })
  return best
}

/** The smallest size that a request can ask for. */
export const smallestTier = 1024
const square = { width: 1, height: 1 }
