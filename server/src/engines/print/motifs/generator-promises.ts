import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { isNearDuplicate, likenessOf } from '../../../images/likeness.ts'
import { difference, hexToLab, rgbToLab } from '../colour/oklab.ts'
import { pngOf } from '../picture/made-pictures.ts'
import { type Brief, type Layout, type Motif, motifStyles, type Style } from '../prompt/brief.ts'
import { cropped, type Raster } from '../raster.ts'
import { seamReport } from '../seam.ts'
import { briefOf, wholeRepeat } from './made-briefs.ts'
import { drawPrint, drawRepeats } from './print.ts'

/** Seeds of each generator: they take turns through its styles and the layouts. */
const seeds = z.coerce.number().int().positive().default(50).parse(process.env.PRINT_SEEDS)
const layouts: (Layout | null)[] = [null, 'toss', 'half-drop', 'brick', 'block', 'mirror']
/** A cloth has 512 threads to a repeat, and a thread is a whole number of px. */
const woven = new Set<Motif>(['gingham', 'tartan', 'plaid', 'houndstooth', 'herringbone'])
const sideOf = (motif: Motif) => (woven.has(motif) ? 512 : 256)

/**
 * Share of px in which two drawings of the same shapes may differ: edges and hairlines fall a little otherwise in a larger
 * picture, all over it. A repeat that does not close differs along whole lines.
 */
const mostStrays = 0.003

const stylesOf = (motif: Motif): (Style | null)[] => [null, ...motifStyles[motif]]
const inTurn = <T>(choices: readonly T[], at: number) => choices[at % choices.length]

/** The `at`th of a generator's briefs: every style, every layout, small, usual and large. */
function variety(motif: Motif, at: number): Brief {
  const styles = stylesOf(motif)
  const layout = inTurn(layouts, Math.floor(at / styles.length) + at) ?? null
  return briefOf(motif, { style: inTurn(styles, at) ?? null, layout, scale: inTurn([null, 0.55, 1.65], at >> 1) ?? null })
}

/** The motifs of some generators. */
export const motifsOf = (prints: object): Motif[] =>
  z.array(z.custom<Motif>((name) => typeof name === 'string' && name in motifStyles)).parse(Object.keys(prints))

/** The tests of what every generator promises. They are called from several files, so that several workers share them. */
export function promises(motif: Motif): void {
  tiling(motif)
  variation(motif)

  test('shows the colour and the ground that were asked for, in every style', () => {
    const asked = ['#c5242e', '#f5ecd9']
    stylesOf(motif).forEach((style, at) => {
      // As large as it is sold: a line of two px must show its colour too.
      const { raster } = drawPrint(briefOf(motif, { style, colours: ['#c5242e'], ground: '#f5ecd9' }), 60 + at, 1024)
      for (const hex of asked) expect(shareNear(raster, hex), `${hex}, style ${style}`).toBeGreaterThan(0.01)
    })
  })
}

function tiling(motif: Motif): void {
  const side = sideOf(motif)

  test(`tiles without a seam in every style and layout, over ${seeds} seeds`, () => {
    for (let seed = 0; seed < seeds; seed++) {
      const brief = variety(motif, seed)
      const { raster } = drawPrint(brief, seed * 7 + 1, side)
      expect(seamReport(raster.data, side, side), `seed ${seed * 7 + 1}, ${brief.style}, ${brief.layout}`).toMatchObject({
        seamless: true,
      })
    }
  })

  test('is found out, by the one test or the other, once a strip of it is missing', () => {
    const short = Math.round(side * 0.93)
    for (const seed of [1, 2, 3, 4]) {
      const repeats = (count: number) => drawRepeats(briefOf(motif), seed, side, { ...wholeRepeat, repeats: count }).raster
      const cut = cropped(repeats(1), 0, 0, short, short)
      const seamless = seamReport(cut.data, short, short).seamless
      expect(seamless && strayShare(repeats(2), cut) < mostStrays, `seed ${seed}`).toBe(false)
    }
  })

  test('meets itself in every style: two repeats drawn at once are the tile laid twice', () => {
    stylesOf(motif).forEach((style, at) => {
      const brief = briefOf(motif, { style, layout: inTurn(layouts, at) ?? null })
      const repeats = (count: number) => drawRepeats(brief, at + 5, side, { ...wholeRepeat, repeats: count }).raster
      expect(strayShare(repeats(2), repeats(1)), `style ${style}`).toBeLessThan(mostStrays)
    })
  })
}

function variation(motif: Motif): void {
  const side = sideOf(motif)

  test('is the same for the same seed and another for the next', () => {
    const hash = (seed: number) =>
      createHash('sha256')
        .update(drawPrint(briefOf(motif), seed, side).raster.data)
        .digest('hex')
    expect(hash(3)).toBe(hash(3))
    expect(hash(3)).not.toBe(hash(4))
  })

  test('gives a batch of eight of which no two are nearly the same', async () => {
    const brief = briefOf(motif, { colours: ['#1b2a4e', '#c4613f'], ground: '#f5ecd9' })
    const batch = [0, 1, 2, 3, 4, 5, 6, 7].map(async (at) => likenessOf(await pngOf(drawPrint(brief, 900 + at, side).raster)))
    const pictures = await Promise.all(batch)
    const pairs = pictures.flatMap((one, at) =>
      pictures.slice(at + 1).flatMap((other, behind) => (isNearDuplicate(one, other) ? [`${at} and ${at + 1 + behind}`] : [])),
    )
    expect(pairs).toEqual([])
  })
}

/** Share of px in which the doubled picture is not the tile. */
function strayShare(doubled: Raster, tile: Raster): number {
  let strays = 0
  for (let y = 0; y < doubled.height; y++) {
    for (let x = 0; x < doubled.width; x++) {
      const from = (y * doubled.width + x) * 3
      const to = ((y % tile.height) * tile.width + (x % tile.width)) * 3
      if (Math.abs((doubled.data[from] ?? 0) - (tile.data[to] ?? 0)) > 24) strays++
    }
  }
  return strays / (doubled.width * doubled.height)
}

/** Share of px within ΔE_OK 0.05 of a colour. */
function shareNear({ data }: Raster, hex: string): number {
  const wanted = hexToLab(hex)
  let near = 0
  for (let at = 0; at < data.length; at += 15) {
    if (difference(rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), wanted) < 0.05) near++
  }
  return near / (data.length / 15)
}
