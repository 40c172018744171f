import { ToileError } from '../platform/errors.ts'
import { maxPixels } from './guard.ts'

const cmPerInch = 2.54

/** Written into prints whose designer named no size: what print houses ask for. */
export const storedDpi = 300

export interface PrintSize {
  /** px of the file. */
  width: number
  height: number
  /** px to an inch; not whole where a picture's own px are spread over a given width. */
  dpi: number
  widthCm: number
  heightCm: number
}

/**
 * The size a file gets. The px stay where only one of width and resolution is given, or where both come to as many px; else
 * the picture is resampled. Throws `IMAGE_TOO_LARGE` beyond what is ever decoded.
 */
export function printSize(
  image: { width: number; height: number },
  asked: { widthCm?: number | undefined; dpi?: number | undefined },
): PrintSize {
  const { widthCm, dpi = storedDpi } = asked
  if (widthCm === undefined) return sized(image.width, image.height, dpi)
  if (asked.dpi === undefined) return sized(image.width, image.height, image.width / (widthCm / cmPerInch))
  const width = Math.max(1, Math.round((widthCm / cmPerInch) * dpi))
  const height = Math.max(1, Math.round((image.height * width) / image.width))
  if (width * height > maxPixels) throw new ToileError('IMAGE_TOO_LARGE', { maxPixels })
  return sized(width, height, dpi)
}

function sized(width: number, height: number, dpi: number): PrintSize {
  return { width, height, dpi, widthCm: centimetres(width, dpi), heightCm: centimetres(height, dpi) }
}

/** To the micrometre: 8 cm asked for are 8 cm, and not 7.999999999999999. */
function centimetres(px: number, dpi: number): number {
  return Number(((px / dpi) * cmPerInch).toFixed(4))
}
