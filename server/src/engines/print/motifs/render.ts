import { Resvg } from '@resvg/resvg-js'
import { emptyRaster, type Raster } from '../raster.ts'
import { woven } from './cloth/weave.ts'
import type { Drawing } from './drawing.ts'
import type { Frame } from './frame.ts'

/** Draws at `size` px a repeat. */
export function rendered(drawing: Drawing, size: number, frame: Frame): Raster {
  if (drawing.kind === 'woven') return woven(drawing.weave, size, frame)
  if (drawing.kind === 'painted') return drawing.paint(size, frame)
  return rasterised(drawing.svg, size * frame.repeats)
}

/** Only svg that we wrote may come here: resvg reads local files that an svg names. */
export function rasterised(svg: string, size: number): Raster {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render()
  const rgba = picture.pixels
  const raster = emptyRaster(picture.width, picture.height)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    raster.data[to] = rgba[from] ?? 0
    raster.data[to + 1] = rgba[from + 1] ?? 0
    raster.data[to + 2] = rgba[from + 2] ?? 0
  }
  return raster
}
