import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { difference, rgbToLab } from '../colour/oklab.ts'
import { drawPrint } from '../motifs/print.ts'
import type { Brief } from '../prompt/brief.ts'
import { readPrompt } from '../prompt/read-prompt.ts'
import type { Raster } from '../raster.ts'
import { decoded } from './decode.ts'
import { spectrumOf, unlikeness } from './drawing-likeness.ts'
import { blobs, photograph, pngOf } from './made-pictures.ts'
import { resampled } from './resample.ts'
import type { VariationWishes } from './variation-wishes.ts'
import { varied } from './vary.ts'

const nothing: VariationWishes = { colours: [], ground: null, layout: null, mood: null, scale: null }
const size = 96
const seeds = [1, 2, 2 ** 31 - 4]

/** ΔE_OK, on average over a picture, that is seen at a glance: 0.02 is just visible side by side. */
const atAGlance = 0.025

const printed = (prompt: string) => {
  const reading = readPrompt(prompt)
  const brief: Brief = { ...reading, motif: reading.motifs[0]?.motif ?? 'floral' }
  return pngOf(drawPrint(brief, 9, 512).raster)
}
const sources: [string, () => Promise<Uint8Array>][] = [
  ['a regular grid of dots', () => printed('emerald polka dots on blush in a grid')],
  ['a floral', () => printed('large floral with mustard and sage on navy')],
  ['a photograph', () => pngOf(photograph(300, 200))],
]

async function small(picture: Raster): Promise<Raster> {
  return resampled(picture, 64, 64, 'fill')
}

function apart(p: Raster, q: Raster): number {
  let sum = 0
  for (let at = 0; at < p.data.length; at += 3) sum += difference(labAt(p, at), labAt(q, at))
  return sum / (p.data.length / 3)
}

const labAt = ({ data }: Raster, at: number) => rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)

const setOf = (source: Uint8Array, seed: number, wishes = nothing, count = 8) =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => small(await varied(source, size, at, (seed + at) % (2 ** 31 - 1), wishes))),
  )

describe.each(sources)('variations of %s', (_, make) => {
  test('are none like another or like the source, in one set or in the sets of two seeds', async () => {
    const source = await make()
    const sets = await Promise.all(seeds.map((seed) => setOf(source, seed)))
    const all = [await small(await decoded(source, size)), ...sets.flat()]
    let nearest = Number.POSITIVE_INFINITY
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) nearest = Math.min(nearest, apart(one, other))
    })
    expect(nearest).toBeGreaterThan(atAGlance)
  })
})

describe('a set of a print that tiles', () => {
  test('draws four different things, not one in four colours, and none of them the source', async () => {
    const source = await printed('emerald polka dots on blush in a grid')
    for (const wishes of [nothing, { ...nothing, colours: ['#1b2a4e', '#f5ecd9'] }]) {
      const drawn = (await setOf(source, 77, wishes, 4)).map(spectrumOf)
      drawn.forEach((one, at) => {
        for (const other of drawn.slice(at + 1)) expect(unlikeness(one, other)).toBeGreaterThan(0.3)
      })
    }
  })

  test('never cuts a motif: the dots of every variation are round and alike', async () => {
    const dot = (at: number) => `<circle cx="${(at % 7) * 84}" cy="${Math.floor(at / 7) * 84}" r="24" fill="#1c8c5f"/>`
    const dots = Array.from({ length: 49 }, (_, at) => dot(at)).join('')
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="504" height="504"><rect width="504" height="504" fill="#f2c9c0"/>${dots}</svg>`
    const source = await sharp(Buffer.from(svg)).png().toBuffer()
    for (let index = 0; index < 4; index++) {
      const tile = await varied(source, 256, index, 5 + index, nothing)
      const areas = blobs(tile)
      expect(Math.min(...areas) / Math.max(...areas), `variation ${index}`).toBeGreaterThan(0.6)
    }
  })
})
