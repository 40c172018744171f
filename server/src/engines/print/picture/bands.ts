import sharp from 'sharp'
import { emptyRaster, type Raster } from '../raster.ts'

/** A picture and what is left of it when everything finer than a sixth of its side is smoothed away. */
export interface Bands {
  full: Raster
  low: Raster
}

/** Side of the picture that holds the slow light alone, in px: finer, and the light that things have of their own would count. */
const coarse = 12

export async function bandsOf(full: Raster): Promise<Bands> {
  const { width, height } = full
  const small = await sharp(full.data, { raw: { width, height, channels: 3 } })
    .resize(coarse, coarse, { fit: 'fill', kernel: 'cubic' })
    .blur(0.8)
    .raw()
    .toBuffer()
  const data = await sharp(small, { raw: { width: coarse, height: coarse, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return { full, low: { data, width, height } }
}

/**
 * Evens out slow changes of light, which would show as a chequerboard in a repeat: takes out `amount` (0 to 1) of
 * the low band's departure from its mean.
 */
export function flattened({ full, low }: Bands, amount: number): Bands {
  const mean = [0, 1, 2].map((channel) => meanOf(low, channel))
  const flat = emptyRaster(full.width, full.height)
  const flatLow = emptyRaster(full.width, full.height)
  mean.forEach((level, channel) => {
    for (let at = channel; at < full.data.length; at += 3) {
      const slow = low.data[at] ?? 0
      const away = (slow - level) * amount
      flat.data[at] = byte((full.data[at] ?? 0) - away)
      flatLow.data[at] = byte(slow - away)
    }
  })
  return { full: flat, low: flatLow }
}

function meanOf({ data }: Raster, channel: number): number {
  let sum = 0
  for (let at = channel; at < data.length; at += 3) sum += data[at] ?? 0
  return sum / (data.length / 3)
}

const byte = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value + 0.5)
