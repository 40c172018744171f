import { between, hexToRgb } from '../../../colour/oklab.ts'
import type { Random } from '../../../random.ts'
import { emptyRaster } from '../../../raster.ts'
import type { Painter } from '../../drawing.ts'
import { type Frame, side } from '../../frame.ts'
import { fieldOf } from '../field.ts'
import { fieldRows } from '../field-rows.ts'
import { fractalNoise } from '../noise.ts'

/**
 * What a fold does to a line of px: `dye` says which dye reaches each, counted round all of them from 0 to 1 (any turn of it),
 * `resist` how far none does, 0 to 1.
 */
export type FoldedLine = (y: number, dye: Float32Array, resist: Float32Array) => void

/** A cloth folded and tied, ready to be laid out at `size` px a repeat. */
export type Fold = (size: number, frame: Frame) => FoldedLine

/** Steps round all dyes. */
const steps = 4096
/** Share of a dye's stretch in which it runs into the next. */
const bleeding = 0.42
/** How unevenly dye takes: share of lightness. */
const mottle = 0.055

/** Paints a folded cloth: dyes run softly into each other, the cloth shows where they were kept out. */
export function dyed(fold: Fold, cloth: string, dyes: readonly string[], random: Random): Painter {
  const uneven = fieldOf(fractalNoise(random, 6, 6, 5, 0.62), 512)
  const table = dyeTable(dyes)
  const [r, g, b] = hexToRgb(cloth)
  return (size, frame) => {
    const picture = emptyRaster(size * frame.repeats, size * frame.repeats)
    const { width, height, data } = picture
    const line = fold(size, frame)
    const unevenRows = fieldRows(uneven, size, frame)
    const [dye, resist, shade] = [new Float32Array(width), new Float32Array(width), new Float32Array(width)]
    for (let y = 0, at = 0; y < height; y++) {
      line(y, dye, resist)
      unevenRows(y, shade)
      for (let x = 0; x < width; x++, at += 3) {
        const round = dye[x] ?? 0
        const from = Math.floor((round - Math.floor(round)) * steps) * 3
        const kept = Math.min(1, Math.max(0, resist[x] ?? 0))
        const strength = 1 + mottle * (shade[x] ?? 0) * (1 - kept)
        data[at] = Math.min(255, ((table[from] ?? 0) + (r - (table[from] ?? 0)) * kept) * strength + 0.5)
        data[at + 1] = Math.min(255, ((table[from + 1] ?? 0) + (g - (table[from + 1] ?? 0)) * kept) * strength + 0.5)
        data[at + 2] = Math.min(255, ((table[from + 2] ?? 0) + (b - (table[from + 2] ?? 0)) * kept) * strength + 0.5)
      }
    }
    return picture
  }
}

/** All dyes round a circle: each flat in its middle, mixed in OKLab where it meets the next. */
function dyeTable(dyes: readonly string[]): Float32Array {
  const table = new Float32Array((steps + 1) * 3)
  const mixes = dyes.map((dye, at) => {
    const next = dyes[(at + 1) % dyes.length] ?? dye
    return Array.from({ length: 33 }, (_, share) => hexToRgb(between(dye, next, share / 32)))
  })
  for (let step = 0; step <= steps; step++) {
    const place = ((step % steps) / steps) * dyes.length
    const dye = Math.floor(place)
    const into = Math.max(0, (place - dye - 1 + bleeding) / bleeding)
    table.set(mixes[dye]?.[Math.round(32 * into * into * (3 - 2 * into))] ?? [0, 0, 0], step * 3)
  }
  return table
}

/** Where in its repeat each px along a line of the picture lies, 0 to 1. */
export function placesAlong(size: number, repeats: number, phase: number): Float32Array {
  return Float32Array.from({ length: size * repeats }, (_, px) => ((px % size) / size + phase / side + 1) % 1)
}

/** 0 at whole numbers, 1 half-way between: up and down again as a pleat goes. */
export const pleat = (at: number) => 1 - Math.abs(2 * (at - Math.floor(at)) - 1)

/** 0 below `from`, 1 above `to`, soft between. */
export function soft(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}
