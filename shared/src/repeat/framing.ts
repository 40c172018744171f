import { lineSteps } from './seam.ts'

/** A part of a picture, as shares of its width and height. */
export interface Region {
  left: number
  top: number
  width: number
  height: number
}

/** Side in px of the thumbnail on which a picture is framed: so small that things count, not their grain. */
export const framedOn = 40

/**
 * Which square of a longer picture to take, so that what it shows stands in the middle: where detail, weighed by a bell
 * over the square, is greatest. Something that the frame would cut lies in the bell's feet and counts little. `data` is the
 * picture within `framedOn` px, raw RGB or RGBA.
 */
export function squareOf(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Region {
  const steps = lineSteps(data, width, height)
  const long = Math.max(width, height)
  const square = Math.min(width, height)
  const start = bestStart((width > height ? steps.columns : steps.rows).slice(0, -1), square, long - square)
  const share = { at: start / long, length: square / long }
  return width > height
    ? { left: share.at, top: 0, width: share.length, height: 1 }
    : { left: 0, top: share.at, width: 1, height: share.length }
}

/** The middle wins where all places are alike. */
function bestStart(detail: Float64Array, square: number, room: number): number {
  const middle = Math.floor(room / 2)
  let best = middle
  let most = bellSum(detail, middle, square) * 1.02
  for (let start = 0; start <= room; start++) {
    const sum = bellSum(detail, start, square)
    if (sum > most) [most, best] = [sum, start]
  }
  return best
}

function bellSum(detail: Float64Array, start: number, square: number): number {
  let sum = 0
  for (let x = 0; x < square; x++) sum += (detail[start + x] ?? 0) * Math.sin((Math.PI * (x + 0.5)) / square) ** 2
  return sum
}

/** px by which a unit of `side` px, cut from an open picture, must overlap its neighbour. */
export const overlapOf = (side: number) => Math.max(1, Math.round(side * 0.22))
