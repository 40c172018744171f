import sharp from 'sharp'
import * as z from 'zod'
import { rgbToLab } from '../engines/print/colour/oklab.ts'

/**
 * What a picture looks like, small enough to keep with it and to compare at once. Colour counts: the same drawing in other
 * colours is another picture.
 */
export interface Likeness {
  /** The picture as 16 × 16 colours in OKLab, row by row: where what stands. */
  places: Int8Array
  /** How strong its drawing is at each size, direction and channel: what a fine pattern is made of, wherever its repeat begins. */
  details: Float32Array
}

/** Side of the grid of places. */
const grid = 16
/** Side of the picture looked at, in px. */
const looked = 256
/** OKLab values as bytes: 1 is 127. */
const scale = 127
/** Sizes of detail, each twice the one before, up to that of a place: what is larger, places tell. */
const levels = 4

export async function likenessOf(picture: Uint8Array): Promise<Likeness> {
  const { data } = await sharp(picture)
    .resize(looked, looked, { fit: 'fill', kernel: 'mitchell' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const planes = planesOf(data)
  return { places: placesOf(planes), details: Float32Array.from(planes.flatMap(detailsOf)) }
}

/** The picture's lightness and its two chroma channels. */
function planesOf(rgb: Uint8Array): Float32Array[] {
  const pixels = looked * looked
  const [l, a, b] = [new Float32Array(pixels), new Float32Array(pixels), new Float32Array(pixels)]
  for (let at = 0; at < pixels; at++) {
    const lab = rgbToLab(rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0)
    l[at] = lab.l
    a[at] = lab.a
    b[at] = lab.b
  }
  return [l, a, b]
}

function placesOf(planes: Float32Array[]): Int8Array {
  const places = new Int8Array(grid * grid * 3)
  const cell = looked / grid
  planes.forEach((plane, channel) => {
    const sums = new Float32Array(grid * grid)
    plane.forEach((value, at) => {
      const place = Math.floor(at / looked / cell) * grid + Math.floor((at % looked) / cell)
      sums[place] = (sums[place] ?? 0) + value
    })
    sums.forEach((sum, place) => {
      places[place * 3 + channel] = Math.round((sum / (cell * cell)) * scale)
    })
  })
  return places
}

/** Root mean squares of a plane's Haar wavelets: three directions at each size, finest first. */
function detailsOf(plane: Float32Array): number[] {
  const found: number[] = []
  let [level, side] = [plane, looked]
  for (let step = 0; step < levels; step++) {
    const half = side >> 1
    const next = new Float32Array(half * half)
    let [across, down, aslant] = [0, 0, 0]
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const at = 2 * y * side + 2 * x
        const p = level[at] ?? 0
        const q = level[at + 1] ?? 0
        const r = level[at + side] ?? 0
        const s = level[at + side + 1] ?? 0
        next[y * half + x] = (p + q + r + s) / 4
        across += (p - q + r - s) ** 2
        down += (p + q - r - s) ** 2
        aslant += (p - q - r + s) ** 2
      }
    }
    found.push(...[across, down, aslant].map((sum) => Math.sqrt(sum) / (4 * half)))
    level = next
    side = half
  }
  return found
}

/** How far apart two pictures are: 0 is the same. */
export interface Distance {
  /** ΔE_OK of their places, root mean square, one picture moved over the other by whole places. */
  places: number
  /** The same of their details. */
  details: number
}

/**
 * Under both, two pictures are nearly the same. Measured on photographs and prints: the same picture saved again as JPEG or
 * WebP, at another size, blurred or with noise stays under 0.007 and 0.014; a hue turned by 10 degrees is 0.012 in places
 * or more, a tint just seen (0.02) 0.016, ginghams in red and crimson 0.025, the nearest two of eight prints from the same
 * words 0.014 with 0.028 in details.
 */
const nearest: Distance = { places: 0.01, details: 0.016 }

export function isNearDuplicate(one: Likeness, other: Likeness): boolean {
  const { places, details } = distanceBetween(one, other)
  return places < nearest.places && details < nearest.details
}

export function distanceBetween(one: Likeness, other: Likeness): Distance {
  let places = Number.POSITIVE_INFINITY
  for (let down = 0; down < grid; down++) {
    for (let along = 0; along < grid; along++) places = Math.min(places, movedDistance(one.places, other.places, along, down))
  }
  return { places: Math.sqrt(places / (grid * grid)) / scale, details: detailDistance(one.details, other.details) }
}

function movedDistance(one: Int8Array, other: Int8Array, along: number, down: number): number {
  let sum = 0
  for (let y = 0; y < grid; y++) {
    const row = ((y + down) % grid) * grid
    for (let x = 0; x < grid; x++) {
      const at = (y * grid + x) * 3
      const to = (row + ((x + along) % grid)) * 3
      for (let c = 0; c < 3; c++) sum += ((one[at + c] ?? 0) - (other[to + c] ?? 0)) ** 2
    }
  }
  return sum
}

function detailDistance(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2
  return Math.sqrt(sum)
}

const written = z.object({ places: z.string(), details: z.array(z.number()).length(levels * 9) })

/** As it is kept in the database. */
export function writtenLikeness({ places, details }: Likeness): string {
  return JSON.stringify({
    places: Buffer.from(places.buffer).toString('base64'),
    details: Array.from(details, (value) => Number(value.toFixed(5))),
  })
}

export function readLikeness(text: string): Likeness {
  const { places, details } = written.parse(JSON.parse(text))
  return { places: new Int8Array(Buffer.from(places, 'base64')), details: Float32Array.from(details) }
}
