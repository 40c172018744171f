import { difference, hexToLab, type Lab, labToRgb, rgbToLab } from './oklab'

/** ΔE_OK to the fourth at which two colours are one. */
const touching = 2e-8
/** Bits of each channel that are told apart: as many as a preview needs. */
const bits = 5

/** What becomes of each main colour: as the engine does it, the largest take the new ones, dark for dark and light for light. */
function pairsOf(main: readonly string[], wanted: readonly string[]): { from: Lab; to: Lab }[] {
  const darkFirst = (p: Lab, q: Lab) => p[0] - q[0]
  const from = main.slice(0, wanted.length).map(hexToLab).sort(darkFirst)
  const to = wanted.slice(0, from.length).map(hexToLab).sort(darkFirst)
  return from.map((lab, at) => ({ from: lab, to: to[at] ?? lab }))
}

/** A colour moved as its nearest main colours are, weighed by nearness (Shepard, 1968): shading stays. */
function moved(lab: Lab, pairs: readonly { from: Lab; to: Lab }[]): Lab {
  let total = 0
  let [l, a, b] = [0, 0, 0]
  for (const { from, to } of pairs) {
    const weight = 1 / (difference(lab, from) ** 4 + touching)
    total += weight
    l += weight * (to[0] - from[0])
    a += weight * (to[1] - from[1])
    b += weight * (to[2] - from[2])
  }
  return [lab[0] + l / total, lab[1] + a / total, lab[2] + b / total]
}

/** Pixels (RGBA) in the wanted colours: roughly what the engine will make of them. `main` are the picture's own, largest first. */
export function inColours(
  pixels: Uint8ClampedArray,
  main: readonly string[],
  wanted: readonly string[],
): Uint8ClampedArray<ArrayBuffer> {
  const pairs = pairsOf(main, wanted)
  const result = new Uint8ClampedArray(pixels)
  if (pairs.length === 0) return result
  const shift = 8 - bits
  // One entry a colour that occurs, 0 where it has not been asked for yet.
  const known = new Uint32Array(1 << (3 * bits))
  for (let at = 0; at < pixels.length; at += 4) {
    const [r, g, b] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    const index = ((r >> shift) << (2 * bits)) | ((g >> shift) << bits) | (b >> shift)
    let packed = known[index] ?? 0
    if (packed === 0) {
      const [red, green, blue] = labToRgb(moved(rgbToLab(r, g, b), pairs))
      packed = ((1 << 24) | (red << 16) | (green << 8) | blue) >>> 0
      known[index] = packed
    }
    result[at] = (packed >> 16) & 255
    result[at + 1] = (packed >> 8) & 255
    result[at + 2] = packed & 255
  }
  return result
}
