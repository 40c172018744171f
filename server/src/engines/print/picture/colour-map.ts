import { type Lab, labToRgb, rgbToLab } from '../colour/oklab.ts'
import { emptyRaster, type Raster } from '../raster.ts'

/** Any change of colours that depends on the colour alone. */
export type ColourMap = (colour: Lab) => Lab

/** Steps along each channel of the table: finer is not seen. */
const steps = 33
const spacing = 255 / (steps - 1)

/** For each level of a channel: the entry below it, and how far it lies on the way to the next. */
const entryBelow = Int32Array.from({ length: 256 }, (_, level) => Math.min(steps - 2, Math.floor(level / spacing)))
const beyondEntry = Float32Array.from({ length: 256 }, (_, level) => level / spacing - (entryBelow[level] ?? 0))

/** Applies a map to a picture. */
export const recoloured = (picture: Raster, map: ColourMap): Raster => recolouringBy(map, picture)(picture)

/**
 * How a map is applied to pictures up to the size of one: through a table of 33³ colours, interpolated between its entries, so
 * that tones stay smooth; where pixels are fewer than entries, to each pixel.
 */
export function recolouringBy(map: ColourMap, { data }: Raster): (picture: Raster) => Raster {
  if (data.length / 3 < steps ** 3 / 2) return (picture) => pixelByPixel(picture, map)
  const table = tableOf(map)
  return (picture) => throughTable(picture, table)
}

function pixelByPixel({ data, width, height }: Raster, map: ColourMap): Raster {
  const result = emptyRaster(width, height)
  for (let at = 0; at < data.length; at += 3) {
    result.data.set(labToRgb(map(rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0))), at)
  }
  return result
}

const [redStep, greenStep, blueStep] = [steps * steps * 3, steps * 3, 3]

function throughTable(picture: Raster, table: Float32Array): Raster {
  const { data } = picture
  const result = emptyRaster(picture.width, picture.height)
  for (let at = 0; at < data.length; at += 3) {
    const r = data[at] ?? 0
    const g = data[at + 1] ?? 0
    const b = data[at + 2] ?? 0
    const fg = beyondEntry[g] ?? 0
    const fb = beyondEntry[b] ?? 0
    const fr = beyondEntry[r] ?? 0
    const near = (entryBelow[r] ?? 0) * redStep + (entryBelow[g] ?? 0) * greenStep + (entryBelow[b] ?? 0) * blueStep
    const far = near + redStep
    for (let c = 0; c < 3; c++) {
      const low = plane(table, near + c, fg, fb)
      result.data[at + c] = low + (plane(table, far + c, fg, fb) - low) * fr + 0.5
    }
  }
  return result
}

/** Between four entries that share a red. */
function plane(table: Float32Array, at: number, fg: number, fb: number): number {
  const corner = table[at] ?? 0
  const near = corner + ((table[at + blueStep] ?? 0) - corner) * fb
  const next = table[at + greenStep] ?? 0
  return near + (next + ((table[at + greenStep + blueStep] ?? 0) - next) * fb - near) * fg
}

/** A map as a table of what 33³ colours become. */
function tableOf(map: ColourMap): Float32Array {
  const table = new Float32Array(steps ** 3 * 3)
  let at = 0
  for (let r = 0; r < steps; r++) {
    for (let g = 0; g < steps; g++) {
      for (let b = 0; b < steps; b++) {
        table.set(labToRgb(map(rgbToLab(Math.round(r * spacing), Math.round(g * spacing), Math.round(b * spacing)))), at)
        at += 3
      }
    }
  }
  return table
}
