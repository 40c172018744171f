import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { difference, hexToLab } from '../colour/oklab.ts'
import { cropped, rolled } from '../raster.ts'
import { hardestLine, seamReport } from '../seam.ts'
import { blobs, meanDifference, photograph, pngOf } from './made-pictures.ts'
import { paletteOf } from './palette-of.ts'
import { repeated } from './repeat.ts'
import { sourceOf } from './source.ts'

const size = 256
let photo: Uint8Array
beforeAll(async () => {
  photo = await pngOf(photograph(480, 320))
})

describe('a repeat', () => {
  test.each(['block', 'half-drop', 'brick', 'mirror'] as const)('%s tiles without a seam', async (layout) => {
    const { data } = await repeated(await sourceOf(photo, size), size, layout, 2)
    expect(seamReport(data, size, size)).toMatchObject({ seamless: true })
  })

  test.each(['block', 'half-drop', 'brick', 'mirror'] as const)('%s has no seam inside it either', async (layout) => {
    const { data } = await repeated(await sourceOf(photo, size), size, layout, 2)
    expect(hardestLine(data, size, size)).toBeLessThan(2)
  })

  test.each(['block', 'half-drop', 'brick', 'mirror'] as const)(
    '%s tiles without a seam, of fifty photographs that do not',
    async (layout) => {
      const small = 128
      let untreated = 0
      for (let seed = 0; seed < 50; seed++) {
        const picture = photograph(200, 140, seed)
        if (seamReport(cropped(picture, 36, 6, small, small).data, small, small).seamless) untreated++
        const { data } = await repeated(await sourceOf(await pngOf(picture), small), small, layout, layout === 'block' ? 1 : 2)
        expect(seamReport(data, small, small), `photograph ${seed}`).toMatchObject({ seamless: true })
        expect(hardestLine(data, small, small), `photograph ${seed}`).toBeLessThan(3)
      }
      expect(untreated).toBeLessThan(5)
    },
  )

  test('half-drop steps down by half a unit, brick shifts by half', async () => {
    const drop = await repeated(await sourceOf(photo, size), size, 'half-drop', 2)
    const brick = await repeated(await sourceOf(photo, size), size, 'brick', 2)
    expect(meanDifference(rolled(drop, size / 2, size / 4), drop)).toBeLessThan(1)
    expect(meanDifference(rolled(drop, size / 2, 0), drop)).toBeGreaterThan(6)
    expect(meanDifference(rolled(brick, size / 4, size / 2), brick)).toBeLessThan(1)
    expect(meanDifference(rolled(brick, 0, size / 2), brick)).toBeGreaterThan(6)
  })

  test('a tiny source stays crisp where it is pixel art', async () => {
    const art =
      '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" shape-rendering="crispEdges"><rect width="16" height="16" fill="#fff"/><path d="M4 4h8v6h-3v3h-3v-3h-2z" fill="#c5242e"/></svg>'
    const { data } = await repeated(await sourceOf(await sharp(Buffer.from(art)).png().toBuffer(), size), size, 'block', 1)
    // The greens of the art are 255 and 36: what lies between is blur.
    const between = data.filter((value, at) => at % 3 === 1 && value > 70 && value < 220).length
    expect(between / (size * size)).toBeLessThan(0.005)
  })

  test.each(['half-drop', 'brick'] as const)('%s of a print that tiles goes between its motifs', async (layout) => {
    // A disc that crosses the tile's edge and one inside it: a straight cut would halve the first.
    const disc = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="34" fill="#c5242e"/>`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#fff"/>${disc(0, 60)}${disc(256, 60)}${disc(90, 0)}${disc(90, 256)}${disc(170, 150)}</svg>`
    const areas = blobs(await repeated(await sourceOf(await sharp(Buffer.from(svg)).png().toBuffer(), size), size, layout, 2))
    expect(areas).toHaveLength(12)
    expect(Math.min(...areas) / Math.max(...areas)).toBeGreaterThan(0.9)
  })

  test('never cuts a thing that stands on a plain ground', async () => {
    const disc = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="320"><rect width="200" height="320" fill="#fff"/><rect x="60" y="20" width="80" height="280" fill="#c5242e"/></svg>',
      ),
    )
      .png()
      .toBuffer()
    const { data } = await repeated(await sourceOf(disc, size), size, 'block', 1)
    const red = data.filter((value, at) => at % 3 === 1 && value < 100).length
    // The whole bar, at the height of the tile: 80 × 280 of 320 × 320.
    expect(red / (size * size)).toBeCloseTo((80 * 280) / (320 * 320), 1)
  })
})

describe('a picture’s palette', () => {
  test('names its colours, the largest share first, none twice', async () => {
    const flag = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="#1b2a4e"/><rect width="100" height="30" fill="#d6a021"/><rect width="15" height="30" fill="#c5242e"/></svg>',
      ),
    )
      .png()
      .toBuffer()
    const palette = await paletteOf(flag)
    const wanted = ['#1b2a4e', '#d6a021', '#c5242e']
    wanted.forEach((hex, at) => {
      expect(difference(hexToLab(palette[at] ?? '#000000'), hexToLab(hex))).toBeLessThan(0.03)
    })
  })
})
