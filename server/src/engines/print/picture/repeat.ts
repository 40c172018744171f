import type { RepeatLayout } from 'shared'
import { emptyRaster, type Raster, rolled } from '../raster.ts'
import { lineSteps } from '../seam.ts'
import { decoded } from './decode.ts'
import { mirrored, seamlessUnit, sideWithOverlap } from './seamless-tile.ts'

export interface RepeatPlan {
  layout: RepeatLayout
  /** Units along the tile's side. Half-drop, brick and mirror need an even number. */
  across: number
  /** 0 to 1: how much of the picture's slow light is evened out. */
  flattening: number
}

/** A tile of `size` px on which the picture repeats in a layout, without a seam. */
export async function repeated(bytes: Uint8Array, size: number, { layout, across, flattening }: RepeatPlan): Promise<Raster> {
  const side = size / across
  if (layout === 'mirror') {
    const unit = await decoded(bytes, side, side, 'cover')
    return calm(laid(mirrored(unit), size, 'block'))
  }
  const wide = sideWithOverlap(side)
  const picture = await decoded(bytes, wide, wide, 'cover')
  const unit = await seamlessUnit(picture, side, layout === 'block' ? 'straight' : layout, flattening)
  return calm(laid(unit, size, layout))
}

/** Lays a square unit over a tile; every second column drops, or every second row shifts, by half a unit. */
export function laid(unit: Raster, size: number, layout: Exclude<RepeatLayout, 'mirror'>): Raster {
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

/** The same cloth, cut where it is quiet: a tile whose edge runs along a hard line of the picture shows every misprint. */
function calm(tile: Raster): Raster {
  const steps = lineSteps(tile.data, tile.width, tile.height)
  return rolled(tile, quietest(steps.columns) + 1, quietest(steps.rows) + 1)
}

/** The line whose step is nearest the middle one of the quieter half. */
function quietest(steps: Float64Array): number {
  const wanted = steps.toSorted()[Math.floor(steps.length * 0.3)] ?? 0
  return steps.indexOf(wanted)
}
