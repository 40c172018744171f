import { ToileError } from '../../../../platform/errors.ts'

/** Most pixels of a result: as many as a picture may have to be looked at again. */
const mostPixels = 5e7

/** How many times as long a side becomes if nothing is said. */
export const usualFactor = 2

/** Throws `IMAGE_TOO_LARGE`, with the most pixels a source may have, where a source would come out too large. */
export function checkUpscaledSize({ width, height }: { width: number; height: number }, factor: number): void {
  const maxPixels = Math.floor(mostPixels / factor ** 2)
  if (width * height > maxPixels) throw new ToileError('IMAGE_TOO_LARGE', { maxPixels })
}
