import type { Region } from 'shared'
import { cropped, type Layer } from '../raster.ts'

export interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

/** First and last column and row with a value above a floor. */
export function boundsOf(values: Uint8Array, width: number, floor: number): Bounds {
  const bounds = { left: width, top: values.length / width, right: -1, bottom: -1 }
  for (let at = 0; at < values.length; at++) {
    if ((values[at] ?? 0) <= floor) continue
    const x = at % width
    const y = (at - x) / width
    if (x < bounds.left) bounds.left = x
    if (x > bounds.right) bounds.right = x
    if (y < bounds.top) bounds.top = y
    bounds.bottom = y
  }
  return bounds
}

/** Opacity up to which nothing is seen. */
const unseen = 6

/** The part of a layer in which something is seen, in px; all of it where nothing is. */
export function visibleBounds({ alpha, width, height }: Layer): Region {
  const all = { left: 0, top: 0, width, height }
  if (!alpha) return all
  const { left, top, right, bottom } = boundsOf(alpha, width, unseen)
  return right < left ? all : { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** A part of a layer, in px; it must lie inside. */
export function croppedLayer(layer: Layer, { left, top, width, height }: Region): Layer {
  const alpha = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (top + y) * layer.width + left
    if (layer.alpha) alpha.set(layer.alpha.subarray(from, from + width), y * width)
  }
  return { ...cropped(layer, left, top, width, height), alpha }
}
