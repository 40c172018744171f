import { difference, hexToLab, type Lab, labToRgb, rgbToLab } from './oklab'

/** ΔE_OK to the fourth at which two colours are one. */
const touching = 2e-8
/** Bits of each channel that are told apart: as many as a preview needs. */
const bits = 6

/** How much of their difference in lightness smaller colours keep from the large one that they follow. */
const tinting = 0.5

interface Pair {
  from: Lab
  to: Lab
}

/**
 * What becomes of each main colour, as the engine does it: the largest take the new ones, dark for dark and light for light;
 * each of the others becomes a tint of what its nearest large one became.
 */
function pairsOf(main: readonly string[], wanted: readonly string[]): Pair[] {
  const darkFirst = (p: Lab, q: Lab) => p[0] - q[0]
  const colours = main.map(hexToLab)
  const to = wanted.slice(0, colours.length).map(hexToLab).sort(darkFirst)
  const large = colours
    .slice(0, to.length)
    .sort(darkFirst)
    .map((from, at): Pair => ({ from, to: to[at] ?? from }))
  const others = colours.slice(to.length).map((from): Pair => ({ from, to: tintOf(from, large) }))
  return [...large, ...others]
}

function tintOf(lab: Lab, large: readonly Pair[]): Lab {
  const apart = large.map(({ from }) => difference(lab, from))
  const leader = large[apart.indexOf(Math.min(...apart))]
  if (leader === undefined) return lab
  const [l, a, b] = leader.to
  return [Math.min(0.98, Math.max(0.08, l + (lab[0] - leader.from[0]) * tinting)), a, b]
}

/** A colour moved as its nearest main colours are, weighed by nearness (Shepard, 1968): shading stays. */
function moved(lab: Lab, pairs: readonly Pair[]): Lab {
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
