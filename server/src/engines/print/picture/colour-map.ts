import { type Lab, labToRgb, rgbToLab } from '../colour/oklab.ts'
import { emptyRaster, type Raster } from '../raster.ts'

/** Any change of colours that depends on the colour alone. */
export type ColourMap = (colour: Lab) => Lab

/** A map, ready to be applied to pictures. */
export interface Recolouring {
  colours: (picture: Raster) => Raster
  /** The luma alone of what the colours become, a byte a pixel. */
  light: (picture: Raster) => Uint8Array
}

/** Steps along each channel of the table: finer is not seen. */
const steps = 33
const spacing = 255 / (steps - 1)

/** For each level of a channel: the entry below it, and how far it lies on the way to the next. */
const entryBelow = Int32Array.from({ length: 256 }, (_, level) => Math.min(steps - 2, Math.floor(level / spacing)))
const beyondEntry = Float32Array.from({ length: 256 }, (_, level) => level / spacing - (entryBelow[level] ?? 0))

/** Applies a map to a picture. */
export const recoloured = (picture: Raster, map: ColourMap): Raster => recolouringBy(map, picture).colours(picture)

/**
 * How a map is applied to pictures up to the size of one: through a table of 33³ colours, interpolated between its entries, so
 * that tones stay smooth; where pixels are fewer than entries, to each pixel.
 */
export function recolouringBy(map: ColourMap, { data }: Raster): Recolouring {
  if (data.length / 3 < steps ** 3 / 2) {
    const colours = (picture: Raster) => pixelByPixel(picture, map)
    return { colours, light: (picture) => lumaOf(colours(picture).data, new Uint8Array(picture.data.length / 3)) }
  }
  const table = tableOf(map)
  const light = lumaOf(table, new Float32Array(steps ** 3))
  return { colours: (picture) => throughTable(picture, table), light: (picture) => lightThroughTable(picture, light) }
}

export const luma = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b

function lumaOf<Into extends Uint8Array | Float32Array>(colours: Uint8Array | Float32Array, into: Into): Into {
  for (let at = 0, from = 0; at < into.length; at++, from += 3) {
    into[at] = luma(colours[from] ?? 0, colours[from + 1] ?? 0, colours[from + 2] ?? 0)
  }
  return into
}

function pixelByPixel({ data, width, height }: Raster, map: ColourMap): Raster {
  const result = emptyRaster(width, height)
  for (let at = 0; at < data.length; at += 3) {
    result.data.set(labToRgb(map(rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0))), at)
  }
  return result
}

const [redStep, greenStep] = [steps * steps, steps]

function throughTable(picture: Raster, table: Float32Array): Raster {
  const { data } = picture
  const result = emptyRaster(picture.width, picture.height)
  for (let at = 0; at < data.length; at += 3) {
    const r = data[at] ?? 0
    const g = data[at + 1] ?? 0
    const b = data[at + 2] ?? 0
    const fr = beyondEntry[r] ?? 0
    const fg = beyondEntry[g] ?? 0
    const fb = beyondEntry[b] ?? 0
    const near = ((entryBelow[r] ?? 0) * redStep + (entryBelow[g] ?? 0) * greenStep + (entryBelow[b] ?? 0)) * 3
    for (let c = 0; c < 3; c++) {
      const low = plane(table, near + c, 3, fg, fb)
      result.data[at + c] = low + (plane(table, near + redStep * 3 + c, 3, fg, fb) - low) * fr + 0.5
    }
  }
  return result
}

function lightThroughTable({ data }: Raster, table: Float32Array): Uint8Array {
  const light = new Uint8Array(data.length / 3)
  for (let to = 0, at = 0; to < light.length; to++, at += 3) {
    const r = data[at] ?? 0
    const g = data[at + 1] ?? 0
    const b = data[at + 2] ?? 0
    const fg = beyondEntry[g] ?? 0
    const fb = beyondEntry[b] ?? 0
    const near = (entryBelow[r] ?? 0) * redStep + (entryBelow[g] ?? 0) * greenStep + (entryBelow[b] ?? 0)
    const low = plane(table, near, 1, fg, fb)
    light[to] = low + (plane(table, near + redStep, 1, fg, fb) - low) * (beyondEntry[r] ?? 0) + 0.5
  }
  return light
}

/** Between four entries of `channels` numbers that share a red. */
function plane(table: Float32Array, at: number, channels: number, fg: number, fb: number): number {
  const corner = table[at] ?? 0
  const near = corner + ((table[at + channels] ?? 0) - corner) * fb
  const next = table[at + greenStep * channels] ?? 0
  return near + (next + ((table[at + (greenStep + 1) * channels] ?? 0) - next) * fb - near) * fg
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
