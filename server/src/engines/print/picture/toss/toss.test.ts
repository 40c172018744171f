import { describe, expect, test } from 'vitest'
import { hexToRgb } from '../../colour/oklab.ts'
import { createRandom } from '../../random.ts'
import type { Layer, Raster } from '../../raster.ts'
import { seamReport } from '../../seam.ts'
import { disc, jug, plain, scene } from '../cutout/scenes.ts'
import { meanDifference, pngOf } from '../made-pictures.ts'
import { motifSetOf } from './motif-set.ts'
import { scattered } from './scattered.ts'
import { cells, silhouetteOf } from './silhouette.ts'
import { tossed, tossOf } from './toss.ts'

const ground = '#eee8dc'
const inLight = scene(300, disc(0.5, 0.5, 0.3), plain(190, 50, 40), (x, y) => [150 + 60 * x, 140 + 50 * y, 120 + 30 * x], 14)
const oneJug = scene(256, jug, plain(190, 50, 40), plain(...hexToRgb(ground)))
const setOf = async ({ picture }: { picture: Raster }, box: Parameters<typeof motifSetOf>[1] = null) =>
  motifSetOf(await pngOf(picture), box, 128)

/** Share of the tile that is not its ground. */
function covered({ data }: Raster): number {
  const colour = hexToRgb(ground)
  let count = 0
  for (let at = 0; at < data.length; at += 3) if (colour.some((value, c) => Math.abs(value - (data[at + c] ?? 0)) > 12)) count++
  return count / (data.length / 3)
}

describe('a toss', () => {
  test('has no seam, at fifty seeds', async () => {
    const set = await setOf(oneJug)
    for (let seed = 0; seed < 50; seed++) {
      const { data, width, height } = await tossOf(set, 96, seed, 1.5)
      expect([seed, seamReport(data, width, height).seamless]).toEqual([seed, true])
    }
  })

  test('stands on the ground of its picture, which shows between the motifs', async () => {
    const set = await setOf(oneJug)
    expect(set.ground).toBe(ground)
    for (const seed of [1, 2, 3]) {
      const share = covered(await tossOf(set, 256, seed, null))
      expect(share).toBeGreaterThan(0.25)
      expect(share).toBeLessThan(0.75)
    }
  })

  test('lays no silhouette on another, and turns them every way in several sizes', async () => {
    const { motifs } = await setOf(oneJug)
    const placed = scattered(motifs, 0.3, createRandom(4, 'toss'))
    const taken = new Set<number>()
    let covered = 0
    for (const one of placed) {
      const own = motifs[one.motif] && silhouetteOf(motifs[one.motif] as Layer, one, 1).own
      for (let at = 0; own && at < own.length; at += 2, covered++) {
        const [x, y] = [one.x + (own[at] ?? 0) + cells, one.y + (own[at + 1] ?? 0) + cells]
        taken.add((y % cells) * cells + (x % cells))
      }
    }
    expect(taken.size).toBe(covered)
    expect(covered).toBeGreaterThan(cells * cells * 0.25)
    expect(new Set(placed.map(({ turn }) => turn)).size).toBeGreaterThan(6)
    expect(new Set(placed.map(({ length }) => length)).size).toBeGreaterThan(2)
  })

  test('is of what the box is round', async () => {
    const [left, right] = [disc(0.28, 0.5, 0.16), disc(0.72, 0.5, 0.16)]
    const two = scene(
      256,
      (x, y) => left(x, y) || right(x, y),
      (x) => (x < 0.5 ? [200, 60, 50] : [40, 90, 170]),
      plain(...hexToRgb(ground)),
    )
    const isRed = async (box: [number, number, number, number]) => {
      const { data } = await tossed(await pngOf(two.picture), 128, 1, box, null)
      let [red, blue] = [0, 0]
      for (let at = 0; at < data.length; at += 3) {
        if ((data[at] ?? 0) > (data[at + 2] ?? 0) + 60) red++
        if ((data[at + 2] ?? 0) > (data[at] ?? 0) + 60) blue++
      }
      expect(Math.min(red, blue)).toBeLessThan(20)
      return red > blue
    }
    expect(await isRed([0.08, 0.3, 0.4, 0.4])).toBe(true)
    expect(await isRed([0.52, 0.3, 0.4, 0.4])).toBe(false)
  })

  test('grows with the scale', async () => {
    const { motifs } = await setOf(oneJug)
    const count = (length: number) => scattered(motifs, length, createRandom(2, 'toss')).length
    expect(count(0.15)).toBeGreaterThan(2 * count(0.45))
  })

  test('keeps its ground at every scale', async () => {
    const bytes = await pngOf(inLight.picture)
    const grounds = [32, 100, 400].map(async (length) => (await motifSetOf(bytes, null, length)).ground)
    expect(new Set(await Promise.all(grounds)).size).toBe(1)
  })

  test('of an all-over print scatters several of its motifs, none that its edge cuts', async () => {
    const spots: readonly (readonly [number, number, number])[] = [
      [0.3, 0.3, 0.14],
      [0.7, 0.35, 0.12],
      [0.4, 0.72, 0.13],
      [0, 0.5, 0.1],
      [0.75, 0.75, 0.12],
      [1, 0.1, 0.1],
    ]
    const print = scene(
      256,
      (x, y) => spots.some(([cx, cy, r]) => disc(cx, cy, r)(x, y)),
      plain(40, 60, 130),
      plain(...hexToRgb(ground)),
    )
    const { motifs } = await setOf(print)
    expect(motifs.length).toBe(4)
    for (const { width, height } of motifs) expect(Math.abs(width / height - 1)).toBeLessThan(0.15)
  })

  test('rounds a motif that its picture cut', async () => {
    const cut = scene(256, (x, y) => x > 0.3 && x < 0.7 && y > 0.5, plain(190, 50, 40), plain(...hexToRgb(ground)))
    const { motifs } = await setOf(cut)
    const [motif] = motifs
    expect(motifs).toHaveLength(1)
    const at = (x: number, y: number) => motif?.alpha?.[Math.floor(y * motif.height) * motif.width + Math.floor(x * motif.width)]
    expect([at(0.02, 0.98), at(0.98, 0.98), at(0.5, 0.5), at(0.5, 0.97)]).toEqual([0, 0, 255, 255])
  })

  test('is the same for the same seed and another for another', async () => {
    const set = await setOf(oneJug)
    expect(await tossOf(set, 128, 5, null)).toEqual(await tossOf(set, 128, 5, null))
    expect(meanDifference(await tossOf(set, 128, 5, null), await tossOf(set, 128, 6, null))).toBeGreaterThan(10)
  })
})
