import { describe, expect, test } from 'vitest'
import { createRandom } from './random.ts'
import { emptyRaster, type Raster, rolled } from './raster.ts'
import { hardestLine, seamReport } from './seam.ts'

const side = 96

function drawn(colourAt: (x: number, y: number) => number): Raster {
  const picture = emptyRaster(side, side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) picture.data.fill(colourAt(x, y), (y * side + x) * 3, (y * side + x + 1) * 3)
  return picture
}

/** A stand-in for a photograph: light that falls off, things of several sizes, grain. */
function photograph(): Raster {
  const random = createRandom(4, 'photograph')
  const blobs = Array.from({ length: 9 }, () => ({
    x: random.next() * side,
    y: random.next() * side,
    r: random.between(8, 26),
    v: random.between(-70, 70),
  }))
  return drawn((x, y) => {
    const thing = blobs.reduce((sum, b) => sum + b.v * Math.exp(-((x - b.x) ** 2 + (y - b.y) ** 2) / b.r ** 2), 0)
    return Math.max(0, Math.min(255, 90 + x * 0.8 + y * 0.4 + thing + random.between(-6, 6)))
  })
}

describe('the seam test', () => {
  test('passes a picture that is periodic', () => {
    const waves = drawn((x, y) => 128 + 60 * Math.cos((x / side) * Math.PI * 4) + 40 * Math.cos((y / side) * Math.PI * 6))
    expect(seamReport(waves.data, side, side).seamless).toBe(true)
  })

  test('fails an untreated photograph, on both axes', () => {
    const { x, y, seamless } = (({ data }) => seamReport(data, side, side))(photograph())
    expect(seamless).toBe(false)
    expect(x.edge).toBeGreaterThan(x.limit)
    expect(y.edge).toBeGreaterThan(y.limit)
  })

  test('fails a tile that is cut a few pixels short', () => {
    const waves = drawn((x, y) => 128 + 60 * Math.sin((x / (side + 9)) * Math.PI * 4) + 40 * Math.cos((y / side) * Math.PI * 6))
    const { data } = waves
    expect(seamReport(data, side, side).x.edge).toBeGreaterThan(seamReport(data, side, side).x.limit)
  })

  test('fails stripes that do not close, though every interior step is as hard', () => {
    const stripes = drawn((x) => (Math.floor(x / 28) % 2 === 0 ? 220 : 40))
    expect(seamReport(stripes.data, side, side).seamless).toBe(false)
  })

  test('finds a seam that lies inside a tile, as the hardest line', () => {
    const cut = rolled(photograph(), side >> 1, side >> 1)
    expect(hardestLine(cut.data, side, side)).toBeGreaterThan(3)
  })

  test('reads RGBA as it reads RGB', () => {
    const { data } = photograph()
    const rgba = Uint8Array.from({ length: side * side * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (data[Math.floor(at / 4) * 3 + (at % 4)] ?? 0),
    )
    expect(seamReport(rgba, side, side)).toEqual(seamReport(data, side, side))
  })
})
