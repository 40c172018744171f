import { difference, labToHex } from '../../colour/oklab.ts'
import { swatchesOf } from '../../colour/palette.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import type { Subject } from '../cutout/subject.ts'

/** A ground for motifs that had none. */
export const paper = '#f6f1e6'
/** ΔE_OK by which a ground must differ from the motifs' main colour. */
const contrast = 0.16
/** Part of what lies round the motifs that is one colour where their ground is a plain one; artwork's always is. */
const plainShare = { artwork: 0.3, photograph: 0.6 }
/** Lightness of motifs that no pale ground shows. */
const lightMotifs = 0.82

/** The plain colour that the motifs stood on; where they stood before something, a pale tint of it, or a deep one for light motifs. */
export function groundOf({ inside, grid }: Subject, picture: Raster, flat: boolean): string {
  const [around] = swatchesOf(colouredCells(inside, grid, picture, 0), 6)
  const [main] = swatchesOf(colouredCells(inside, grid, picture, 1), 4)
  if (!around || !main) return paper
  if (around.share > plainShare[flat ? 'artwork' : 'photograph'] && difference(around.lab, main.lab) > contrast)
    return labToHex(around.lab)
  const { a, b } = around.lab
  return labToHex(main.lab.l > lightMotifs ? { l: 0.36, a: a * 0.7, b: b * 0.7 } : { l: 0.94, a: a * 0.3, b: b * 0.3 })
}

/** Cells of which colours are counted. */
const counted = 2500

/** The pixels at the middle of some of one side's cells, in one row. */
function colouredCells(inside: Uint8Array, grid: { width: number; height: number }, picture: Raster, side: number): Raster {
  const cells: number[] = []
  // A step without a common divisor with usual widths, so that no column is preferred.
  const step = Math.max(1, Math.floor(inside.length / counted)) | 1
  for (let at = 0; at < inside.length; at += step) if (inside[at] === side) cells.push(at)
  const row = emptyRaster(Math.max(1, cells.length), 1)
  cells.forEach((cell, to) => {
    const x = Math.floor((((cell % grid.width) + 0.5) * picture.width) / grid.width)
    const y = Math.floor(((Math.floor(cell / grid.width) + 0.5) * picture.height) / grid.height)
    const from = (y * picture.width + x) * 3
    row.data.set(picture.data.subarray(from, from + 3), to * 3)
  })
  return row
}
