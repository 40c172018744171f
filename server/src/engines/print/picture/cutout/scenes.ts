import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster } from '../../raster.ts'

/** Pictures with a subject that is known, for the tests of this folder. */
export interface Scene {
  picture: Raster
  /** 1 for each pixel of the subject. */
  subject: Uint8Array
}

type Paint = (x: number, y: number, grain: number) => readonly [number, number, number]

/** A picture of `side` px: the subject where the shape says (shares of the side), with grain over both. */
export function scene(side: number, shape: (x: number, y: number) => boolean, subject: Paint, ground: Paint, grain = 0): Scene {
  const random = createRandom(5, 'grain')
  const picture = emptyRaster(side, side)
  const truth = new Uint8Array(side * side)
  for (let at = 0; at < truth.length; at++) {
    const [x, y] = [((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side]
    const inside = shape(x, y)
    truth[at] = inside ? 1 : 0
    const colour = (inside ? subject : ground)(x, y, random.next())
    picture.data.set(
      colour.map((value) => Math.max(0, Math.min(255, value + random.between(-grain, grain)))),
      at * 3,
    )
  }
  return { picture, subject: truth }
}

export const disc = (cx: number, cy: number, r: number) => (x: number, y: number) => (x - cx) ** 2 + (y - cy) ** 2 < r * r

/** A body with an arm: not round, not convex. */
export const jug = (x: number, y: number) =>
  disc(0.48, 0.55, 0.24)(x, y) ||
  (x > 0.4 && x < 0.56 && y > 0.16 && y < 0.4) ||
  (disc(0.72, 0.5, 0.13)(x, y) && !disc(0.72, 0.5, 0.08)(x, y))

export const plain =
  (r: number, g: number, b: number): Paint =>
  () => [r, g, b]

/** Intersection over union with the truth, of what is more than half opaque. */
export function agreement(alpha: Uint8Array | null, truth: Uint8Array): number {
  let both = 0
  let either = 0
  truth.forEach((one, at) => {
    const inside = (alpha?.[at] ?? 255) > 127
    if (inside && one) both++
    if (inside || one) either++
  })
  return both / Math.max(1, either)
}
