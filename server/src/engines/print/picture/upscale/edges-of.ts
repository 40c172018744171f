import type { Raster } from '../../raster.ts'
import { packedColours } from './hard-edges.ts'

/** `squares`: pixel art. `hard`: flat artwork without a blended pixel. `smooth`: anything else, however flat. */
export type EdgeKind = 'squares' | 'hard' | 'smooth'

/** Most colours of artwork with hard edges, and of pixel art. */
const hardColours = 256
const artColours = 64
/** Longest side in px of pixel art that has not been enlarged yet. */
const artSide = 128
/** Share of blended pixels above which edges are smooth. */
const blendedShare = 0.001
/** Levels by which two colours must differ to have an edge between them, and by which a blend may miss the line between. */
const edgeStep = 24
const slack = 10

/** How the edges of a picture are. */
export function edgeKindOf(picture: Raster): EdgeKind {
  const colours = packedColours(picture)
  const distinct = new Set<number>()
  for (const colour of colours) if (distinct.add(colour).size > hardColours) return 'smooth'
  if (blendedOf(picture) > colours.length * blendedShare) return 'smooth'
  const { width, height } = picture
  const isArt = distinct.size <= artColours && (Math.max(width, height) <= artSide || areSquares(colours, width, height))
  return isArt ? 'squares' : 'hard'
}

/** Pixels that lie between their neighbours left and right, or above and below, as anti-aliasing makes them. */
function blendedOf({ data, width, height }: Raster): number {
  let blended = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = (y * width + x) * 3
      if (isBetween(data, at - 3, at + 3, at) || isBetween(data, at - width * 3, at + width * 3, at)) blended++
    }
  }
  return blended
}

function isBetween(data: Uint8Array, from: number, to: number, at: number): boolean {
  let along = 0
  let length = 0
  let widest = 0
  for (let c = 0; c < 3; c++) {
    const d = (data[to + c] ?? 0) - (data[from + c] ?? 0)
    along += d * ((data[at + c] ?? 0) - (data[from + c] ?? 0))
    length += d * d
    widest = Math.max(widest, Math.abs(d))
  }
  const share = length === 0 ? 0 : along / length
  if (widest <= edgeStep || share < 0.06 || share > 0.94) return false
  for (let c = 0; c < 3; c++) {
    const on = (data[from + c] ?? 0) + ((data[to + c] ?? 0) - (data[from + c] ?? 0)) * share
    if (Math.abs(on - (data[at + c] ?? 0)) > slack) return false
  }
  return true
}

/** True where the picture is made of squares of 2 × 2 px or more, as enlarged pixel art is. */
function areSquares(colours: Int32Array, width: number, height: number): boolean {
  for (const side of [2, 3, 5]) {
    if (width % side || height % side) continue
    const alike = (colour: number, at: number) => {
      const x = at % width
      const y = (at - x) / width
      return colours[(y - (y % side)) * width + x - (x % side)] === colour
    }
    if (colours.every(alike)) return true
  }
  return false
}
