import { rgbToLab } from '../../colour/oklab.ts'
import type { Raster } from '../../raster.ts'
import type { Ink } from './inks.ts'

/** Which ink prints each pixel. */
export interface Separation {
  ink: Uint8Array
  width: number
  height: number
}

/** Bits of each channel by which an ink is looked up: as fine as an ink's edge can be placed. */
const bits = 6
const unknown = 255

/** Gives each pixel to the ink that stands for its nearest colour; hue counts more than lightness. */
export function separated({ data, width, height }: Raster, inks: readonly Ink[]): Separation {
  const table = new Uint8Array(1 << (bits * 3)).fill(unknown)
  const ink = new Uint8Array(width * height)
  const drop = 8 - bits
  for (let at = 0, from = 0; at < ink.length; at++, from += 3) {
    const [r, g, b] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0]
    const key = ((r >> drop) << (bits * 2)) | ((g >> drop) << bits) | (b >> drop)
    let found = table[key] ?? unknown
    if (found === unknown) {
      found = nearestInk(middleOf(r), middleOf(g), middleOf(b), inks)
      table[key] = found
    }
    ink[at] = found
  }
  return { ink, width, height }
}

/** The middle of the levels that share a table's entry. */
const middleOf = (level: number) => ((level >> (8 - bits)) << (8 - bits)) + (1 << (7 - bits))

function nearestInk(r: number, g: number, b: number, inks: readonly Ink[]): number {
  const lab = rgbToLab(r, g, b)
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  inks.forEach(({ of }, at) => {
    const apart = (lab.l - of.l) ** 2 + 1.8 * ((lab.a - of.a) ** 2 + (lab.b - of.b) ** 2)
    if (apart < least) [least, nearest] = [apart, at]
  })
  return nearest
}

/**
 * Each pixel takes the ink that most of the square of `2 × radius + 1` px around it have, round the torus or not: edges
 * become smooth and single pixels go. Inks stand darkest first, and of two with as many the darker one wins: it spreads a hair
 * under its lighter neighbour, as a printer traps it.
 */
export function smoothed({ ink, width, height }: Separation, inks: number, radius: number, torus: boolean): Separation {
  const most = new Uint8Array(width * height)
  const winner = new Uint8Array(width * height)
  const counts = new Uint8Array(width * height)
  for (let one = 0; one < inks; one++) {
    countAlong(ink, one, counts, width, height, radius, torus)
    winDown(counts, one, { most, winner }, width, height, radius, torus)
  }
  return { ink: winner, width, height }
}

/** At each pixel: how many of its row within the radius are of an ink. */
function countAlong(
  ink: Uint8Array,
  one: number,
  counts: Uint8Array,
  width: number,
  height: number,
  radius: number,
  torus: boolean,
) {
  const places = Int32Array.from({ length: width + 2 * radius }, (_, at) => placeIn(at - radius, width, torus))
  const line = new Uint8Array(places.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let at = 0; at < places.length; at++) line[at] = ink[row + (places[at] ?? 0)] === one ? 1 : 0
    let count = 0
    for (let at = 0; at < 2 * radius; at++) count += line[at] ?? 0
    for (let x = 0; x < width; x++) {
      count += line[x + 2 * radius] ?? 0
      counts[row + x] = count
      count -= line[x] ?? 0
    }
  }
}

/** Adds up the rows' counts, and notes the ink where it is the commonest so far. */
function winDown(
  counts: Uint8Array,
  one: number,
  { most, winner }: { most: Uint8Array; winner: Uint8Array },
  width: number,
  height: number,
  radius: number,
  torus: boolean,
) {
  const sums = new Uint8Array(width)
  const change = (y: number, times: 1 | -1) => {
    const row = placeIn(y, height, torus) * width
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + times * (counts[row + x] ?? 0)
  }
  for (let y = -radius; y < radius; y++) change(y, 1)
  for (let y = 0; y < height; y++) {
    change(y + radius, 1)
    const row = y * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x] ?? 0
      if (sum > (most[row + x] ?? 0)) {
        most[row + x] = sum
        winner[row + x] = one
      }
    }
    change(y - radius, -1)
  }
}

function placeIn(at: number, side: number, torus: boolean): number {
  if (torus) return ((at % side) + side) % side
  return at < 0 ? 0 : at >= side ? side - 1 : at
}
