import type { Binding } from './bindings.ts'

/** How much a thread's edge is darker than its middle, and a float's ends than its middle. */
const roundness = 0.14
const dip = 0.1
/** A float longer than this is held down by the next pick's pull: it shows as floats of this length. */
const longestFloat = 4

/** Steps into which a thread is cut for its shading: a px each, up to eight. */
export const gridFor = (pixels: number) => Math.min(8, Math.max(1, Math.floor(pixels)))

/** A binding's light and shade: how bright each part of each crossing is; below 0 where the weft lies on top. */
export interface Relief {
  shade: Float32Array
  /** Steps in one thread, across and down. */
  across: number
  down: number
  /** Steps in one row of `shade`. */
  width: number
}

/** Shade of a round thread; its mean over the steps is 1, so that a woven colour stays the colour asked. */
const rounded = (at: number, steps: number, depth: number) => {
  const from = ((at + 0.5) / steps) * 2 - 1
  return 1 + depth * ((1 - 1 / (steps * steps)) / 3 - from * from)
}

export function reliefOf({ warps, picks, over }: Binding, across: number, down: number): Relief {
  const width = warps * across
  const shade = new Float32Array(width * picks * down)
  for (let pick = 0; pick < picks; pick++) {
    for (let warp = 0; warp < warps; warp++) {
      const onTop = over(warp, pick)
      const [start, length] = onTop
        ? floatOf((step) => over(warp, pick + step), true, picks)
        : floatOf((step) => over(warp + step, pick), false, warps)
      for (let y = 0; y < down; y++) {
        for (let x = 0; x < across; x++) {
          const [side, sides, along, steps] = onTop ? [x, across, y, down] : [y, down, x, across]
          const light = rounded(side, sides, roundness) * rounded(start * steps + along, length * steps, dip)
          shade[(pick * down + y) * width + warp * across + x] = onTop ? light : -light
        }
      }
    }
  }
  return { shade, across, down, width }
}

/** Where in its float a crossing lies, and how long the float is, in threads. */
function floatOf(at: (step: number) => boolean, onTop: boolean, most: number): [start: number, length: number] {
  let before = 0
  while (before < most && at(-before - 1) === onTop) before++
  let after = 0
  while (after < most && at(after + 1) === onTop) after++
  const length = before + after + 1
  return length > longestFloat ? [before % longestFloat, longestFloat] : [before, length]
}
