import sharp from 'sharp'
import { ToileError } from '../../../platform/errors.ts'
import type { Layer, Raster } from '../raster.ts'
import { resampled } from './resample.ts'

/** Most pixels a source may have: a decoded one is 150 MB. */
const maxPixels = 5e7

/**
 * A source's picture, upright, in sRGB, on white where it was see-through, no longer than `longest` px; small ones stay as
 * they are. Throws `UNSUPPORTED_IMAGE`.
 */
export async function decoded(bytes: Uint8Array, longest: number): Promise<Raster> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize(longest, longest, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return await enlarged({ data: info.channels === 3 ? data : tripled(data), width: info.width, height: info.height }, longest)
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
}

/**
 * The same with what is see-through in it, and an icon no larger than it is; opaque where next to nothing is see-through.
 * Throws `UNSUPPORTED_IMAGE`.
 */
export async function decodedLayer(bytes: Uint8Array, longest: number): Promise<Layer> {
  try {
    const { data: rgba, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize(longest, longest, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return layerOf(rgba, info.width, info.height)
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
}

/** The same where something of it is see-through; null where it is opaque, as most pictures are: those need not be decoded for it. */
export async function seeThroughLayer(bytes: Uint8Array, longest: number): Promise<Layer | null> {
  try {
    if (!(await sharp(bytes, { limitInputPixels: maxPixels }).metadata()).hasAlpha) return null
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
  const layer = await decodedLayer(bytes, longest)
  return layer.alpha ? layer : null
}

/** Share of a picture that must be see-through to be meant so. */
const leastSeeThrough = 0.002

function layerOf(rgba: Uint8Array, width: number, height: number): Layer {
  const alpha = new Uint8Array(width * height)
  const data = new Uint8Array(width * height * 3)
  const channels = rgba.length / alpha.length
  let seeThrough = 0
  for (let at = 0, from = 0, to = 0; at < alpha.length; at++, from += channels, to += 3) {
    const opacity = rgba[from + channels - 1] ?? 255
    alpha[at] = opacity
    if (opacity < 128) seeThrough++
    data[to] = rgba[from] ?? 0
    data[to + 1] = rgba[channels === 4 ? from + 1 : from] ?? 0
    data[to + 2] = rgba[channels === 4 ? from + 2 : from] ?? 0
  }
  return { data, width, height, alpha: seeThrough > alpha.length * leastSeeThrough ? alpha : null }
}

/** Longest side in px under which a picture is an icon: stretched as it is, it would be mush. */
const tiny = 64
/** Most colours of pixel art; anything smoother has more. */
const artColours = 24

/** A tiny picture made four times as large or more: pixel art in crisp squares, others as smoothly as can be. */
async function enlarged(picture: Raster, longest: number): Promise<Raster> {
  const { data, width, height } = picture
  const side = Math.max(width, height)
  if (side >= tiny || side * 2 > longest) return picture
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 3) {
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  }
  const times = Math.floor(Math.min(longest, 512) / side)
  return resampled(picture, width * times, height * times, 'fill', colours.size <= artColours ? 'nearest' : 'mitchell')
}

/** One grey channel as three. */
function tripled(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3)
  grey.forEach((value, at) => {
    rgb.fill(value, at * 3, at * 3 + 3)
  })
  return rgb
}
