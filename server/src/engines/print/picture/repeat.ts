import { barestLines, type Laid, overlapOf } from 'shared'
import { emptyRaster, type Raster, rolled } from '../raster.ts'
import { lineSteps, reportOf } from '../seam.ts'
import { resampled, resampledRegion, setOn } from './resample.ts'
import { type Meeting, mirrored, seamlessUnit } from './seamless-tile.ts'
import type { Source } from './source.ts'

/** How much of a photograph's slow light is evened out, 0 to 1. */
const flattening = 0.6

/** A tile's overlap costs nothing, for it goes on by itself: a wide one lets the cut find its way between the motifs. */
const tileOverlap = 0.9

/** A tile of `size` px on which the picture repeats in a layout without a seam; `across` is units along its side, even unless the layout is block. */
export async function repeated(source: Source, size: number, layout: Laid, across: number): Promise<Raster> {
  const side = size / across
  if (layout === 'mirror') {
    const unit = await unitOf(source, side)
    return calm(laid(mirrored(source.edges.kind === 'tile' ? fromBarest(unit) : unit), size, 'block'))
  }
  const meeting: Meeting = layout === 'block' ? 'straight' : layout
  return calm(laid(await unitFor(source, side, meeting), size, layout))
}

async function unitFor(source: Source, side: number, meeting: Meeting): Promise<Raster> {
  const { edges, tones, square, picture } = source
  const light = tones.flat ? null : flattening
  if (edges.kind === 'plain' || (edges.kind === 'tile' && meeting === 'straight')) return unitOf(source, side)
  if (edges.kind === 'tile')
    return seamlessUnit(wrapped(await unitOf(source, side), Math.round(side * tileOverlap)), side, meeting, light)
  const wide = side + overlapOf(side)
  return seamlessUnit(await resampledRegion(picture, square, wide), side, meeting, light)
}

/** The picture as it is, made a square of `side` px: set on its own ground, whole, or cut to the framed square. */
export function unitOf({ picture, edges, square }: Source, side: number): Promise<Raster> {
  if (edges.kind === 'plain') return setOn(picture, edges.colour, side)
  return edges.kind === 'tile' ? resampled(picture, side, side, 'fill') : resampledRegion(picture, square, side)
}

/** A tile with its own left and top repeated at its right and bottom. */
function wrapped(tile: Raster, overlap: number): Raster {
  const { data, width } = tile
  const wide = width + overlap
  const result = emptyRaster(wide, wide)
  for (let y = 0; y < wide; y++) {
    const row = (y % width) * width * 3
    result.data.set(data.subarray(row, row + width * 3), y * wide * 3)
    result.data.set(data.subarray(row, row + overlap * 3), (y * wide + width) * 3)
  }
  return result
}

/** Lays a square unit over a tile; every second column drops, or every second row shifts, by half a unit. */
export function laid(unit: Raster, size: number, layout: Exclude<Laid, 'mirror'>): Raster {
  if (unit.width === size) return unit
  const side = unit.width
  const tile = emptyRaster(size, size)
  for (let y = 0; y < size; y++) {
    for (let column = 0; column * side < size; column++) {
      const dropped = layout === 'half-drop' && column % 2 === 1 ? side >> 1 : 0
      const row = ((y - dropped + side) % side) * side * 3
      const shifted = layout === 'brick' && Math.floor(y / side) % 2 === 1 ? side >> 1 : 0
      const to = (y * size + column * side) * 3
      tile.data.set(unit.data.subarray(row, row + (side - shifted) * 3), to + shifted * 3)
      if (shifted) tile.data.set(unit.data.subarray(row + (side - shifted) * 3, row + side * 3), to)
    }
  }
  return tile
}

/** A tile that begins at its barest column and row: a mirror set there cuts least. */
function fromBarest(tile: Raster): Raster {
  const { column, row } = barestLines(tile.data, tile.width, tile.height)
  return rolled(tile, column, row)
}

/** The same cloth, cut where it is quiet if it was not: a tile whose edge runs along a hard line of the picture shows every misprint. */
export function calm(tile: Raster): Raster {
  const { data, width, height } = tile
  const steps = lineSteps(data, width, height)
  if (reportOf(steps).seamless) return tile
  return rolled(tile, quiet(steps.columns) + 1, quiet(steps.rows) + 1)
}

/** A line among the quieter third. */
function quiet(steps: Float64Array): number {
  return steps.indexOf(steps.toSorted()[Math.floor(steps.length * 0.3)] ?? 0)
}
