import { type Lab, labToRgb, rgbToLab } from '../colour/oklab.ts'
import { emptyRaster, type Raster } from '../raster.ts'

/** Any change of colours that depends on the colour alone. */
export type ColourMap = (colour: Lab) => Lab

/** Steps along each channel of the table: finer is not seen. */
const steps = 33
const spacing = 255 / (steps - 1)

/** Applies a map to a picture through a table of 33³ colours, interpolated between its entries, so that tones stay smooth. */
export function recoloured(picture: Raster, map: ColourMap): Raster {
  const table = tableOf(map)
  const { data } = picture
  const result = emptyRaster(picture.width, picture.height)
  for (let at = 0; at < data.length; at += 3) {
    const r = (data[at] ?? 0) / spacing
    const g = (data[at + 1] ?? 0) / spacing
    const b = (data[at + 2] ?? 0) / spacing
    const r0 = Math.min(steps - 2, r | 0)
    const g0 = Math.min(steps - 2, g | 0)
    const b0 = Math.min(steps - 2, b | 0)
    const [fr, fg, fb] = [r - r0, g - g0, b - b0]
    const corner = ((r0 * steps + g0) * steps + b0) * 3
    for (let c = 0; c < 3; c++) {
      const near = plane(table, corner + c, fg, fb)
      const far = plane(table, corner + c + steps * steps * 3, fg, fb)
      result.data[at + c] = near + (far - near) * fr + 0.5
    }
  }
  return result
}

/** Between four entries that share a red. */
function plane(table: Float32Array, at: number, fg: number, fb: number): number {
  const near = (table[at] ?? 0) + ((table[at + 3] ?? 0) - (table[at] ?? 0)) * fb
  const next = at + steps * 3
  const far = (table[next] ?? 0) + ((table[next + 3] ?? 0) - (table[next] ?? 0)) * fb
  return near + (far - near) * fg
}

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
