import type { Box, Options } from 'shared'
import { ToileError } from '../../../../platform/errors.ts'
import { hexToRgb } from '../../colour/oklab.ts'
import { cropped, type Layer } from '../../raster.ts'
import { decoded, decodedLayer } from '../decode.ts'
import { boundsOf, croppedLayer, visibleBounds } from '../visible-part.ts'
import { faded } from './edge.ts'
import { matted } from './matte.ts'
import { pixelsOf, type Subject, subjectOf } from './subject.ts'

/** Longest edge in px of the picture on which a subject is looked for. */
const lookedAt = 512
/** Largest source edge in px that is read. */
const mostRead = 4096
/** How the edge fades if nothing is said: as the picture has it. */
const usualSoftness = 1

/**
 * A picture's subject on its own, see-through round it or on a ground, at most `size` px long. Throws `NO_SUBJECT` where
 * nothing stands out, `UNSUPPORTED_IMAGE`.
 */
export async function cutOut(bytes: Uint8Array, size: number, options: Options): Promise<Layer> {
  const softness = options.softness ?? usualSoftness
  const layer = await subjectLayer(bytes, size, options.box ?? null, softness, options.trim === true)
  return options.background ? onGround(layer, options.background) : layer
}

/** The subject with its edge; trimmed, it alone is `size` px long, as far as the source goes. */
export async function subjectLayer(
  bytes: Uint8Array,
  size: number,
  box: Box | null,
  softness: number,
  trim: boolean,
): Promise<Layer> {
  const see = await decodedLayer(bytes, size)
  if (see.alpha) return finished(somethingOf(inBoxOnly(see, box)), softness, trim)
  const subject = await subjectOf(await decoded(bytes, lookedAt), box)
  const extent = trim ? extentOf(subject) : 1
  const picture = extent < 1 ? await decoded(bytes, Math.min(mostRead, Math.floor(size / extent))) : see
  const { left, top, width, height } = pixelsOf(subject.region, picture)
  const part = await matted(cropped(picture, left, top, width, height), subject, softness)
  return finished(trim ? part : setInto(part, left, top, picture), softness, trim)
}

function finished(layer: Layer, softness: number, trim: boolean): Layer {
  const alpha = layer.alpha ? faded(layer.alpha, layer.width, layer.height, softness) : null
  const whole = { ...layer, alpha }
  return trim ? croppedLayer(whole, visibleBounds(whole)) : whole
}

/** How long the subject is, as a share of the picture's longer side, with room for its edge. */
function extentOf({ region, grid, inside }: Subject): number {
  const { left, top, right, bottom } = boundsOf(inside, grid.width, 0)
  const [cellsX, cellsY] = [right - left + 5, bottom - top + 5]
  const [wide, high] = [region.width * Math.min(1, cellsX / grid.width), region.height * Math.min(1, cellsY / grid.height)]
  const ratio = grid.width / region.width / (grid.height / region.height)
  return ratio > 1 ? Math.max(wide, high / ratio) : Math.max(wide * ratio, high)
}

/** The part in its place on an otherwise empty picture of the size of another. */
function setInto(part: Layer, left: number, top: number, { width, height }: Pick<Layer, 'width' | 'height'>): Layer {
  if (part.width === width && part.height === height) return part
  const whole = { data: new Uint8Array(width * height * 3), width, height, alpha: new Uint8Array(width * height) }
  for (let y = 0; y < part.height; y++) {
    const from = y * part.width
    const to = (top + y) * width + left
    whole.data.set(part.data.subarray(from * 3, (from + part.width) * 3), to * 3)
    if (part.alpha) whole.alpha.set(part.alpha.subarray(from, from + part.width), to)
  }
  return whole
}

/** The layer, where something is seen in it. Throws `NO_SUBJECT`. */
function somethingOf(layer: Layer): Layer {
  if (layer.alpha?.every((opacity) => opacity < 128)) throw new ToileError('NO_SUBJECT')
  return layer
}

/** What was see-through already stays so; a box takes away what is outside it. */
function inBoxOnly(layer: Layer, box: Box | null): Layer {
  if (!box || !layer.alpha) return layer
  const [left, top, width, height] = box
  const inside = pixelsOf({ left, top, width, height }, layer)
  return setInto(croppedLayer(layer, inside), inside.left, inside.top, layer)
}

function onGround({ data, width, height, alpha }: Layer, ground: string): Layer {
  if (!alpha) return { data, width, height, alpha }
  const colour = hexToRgb(ground)
  const filled = new Uint8Array(data.length)
  for (let at = 0, px = 0; px < alpha.length; px++) {
    const part = (alpha[px] ?? 0) / 255
    for (let c = 0; c < 3; c++, at++) filled[at] = Math.round((data[at] ?? 0) * part + (colour[c] ?? 0) * (1 - part))
  }
  return { data: filled, width, height, alpha: null }
}
