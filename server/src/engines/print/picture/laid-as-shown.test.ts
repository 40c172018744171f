import { acrossFor, type Laid, placedOn, usualAcross } from 'shared'
import { expect, test } from 'vitest'
import { emptyRaster, type Raster } from '../raster.ts'
import { laid } from './repeat.ts'
import { mirrored } from './seamless-tile.ts'

/** A unit of which each pixel tells where it stands. */
function unitOf(side: number): Raster {
  const unit = emptyRaster(side, side)
  for (let at = 0; at < side * side; at++) unit.data.set([at % side, Math.floor(at / side), 7], at * 3)
  return unit
}

/** The tile as the engine lays it. */
function made(unit: Raster, size: number, layout: Laid): Raster {
  return layout === 'mirror' ? laid(mirrored(unit), size, 'block') : laid(unit, size, layout)
}

/** A part of the cloth painted unit by unit, as a preview of the repeat places them. */
function shown(unit: Raster, size: number, layout: Laid, from: { left: number; top: number }): Raster {
  const cloth = emptyRaster(size, size)
  const side = unit.width
  const seen = {
    left: from.left / side,
    top: from.top / side,
    right: (from.left + size) / side,
    bottom: (from.top + size) / side,
  }
  for (const { left, top, flippedX, flippedY } of placedOn(seen, layout)) {
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const toX = left * side + x - from.left
        const toY = top * side + y - from.top
        if (toX < 0 || toY < 0 || toX >= size || toY >= size) continue
        const fromX = flippedX ? side - 1 - x : x
        const fromY = flippedY ? side - 1 - y : y
        const pixel = (fromY * side + fromX) * 3
        cloth.data.set(unit.data.subarray(pixel, pixel + 3), (toY * size + toX) * 3)
      }
    }
  }
  return cloth
}

/** What a cloth of such tiles shows from there on. */
function clothOf(tile: Raster, from: { left: number; top: number }): Raster {
  const { width: size } = tile
  const around = (place: number) => ((place % size) + size) % size
  const cloth = emptyRaster(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = (around(y + from.top) * size + around(x + from.left)) * 3
      cloth.data.set(tile.data.subarray(at, at + 3), (y * size + x) * 3)
    }
  }
  return cloth
}

const sizes: [Laid, number | null][] = (['block', 'half-drop', 'brick', 'mirror'] as const).flatMap((layout) =>
  [null, 0.5, 2].map((scale): [Laid, number | null] => [layout, scale]),
)

test.each(sizes)('%s at scale %s is shown pixel for pixel as the engine lays it', (layout, scale) => {
  const size = 32
  const unit = unitOf(size / acrossFor(layout, usualAcross, scale))
  const tile = made(unit, size, layout)
  for (const from of [
    { left: 0, top: 0 },
    { left: -21, top: -6 },
    { left: 45, top: 70 },
  ]) {
    expect(shown(unit, size, layout, from).data).toEqual(clothOf(tile, from).data)
  }
})
