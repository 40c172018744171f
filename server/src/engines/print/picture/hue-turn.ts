import { labToLch, lchToLab } from '../colour/oklab.ts'
import type { ColourMap } from './colour-map.ts'
import type { Tones } from './tones.ts'

/** Hues that look well at any depth, in degrees: rose, coral, green, teal, blue, violet. Dark yellows look dirty, so none is here. */
const goodHues = [5, 38, 152, 198, 255, 300]
/** Nearer hues would not look like another colourway. */
const leastTurn = 45

/** Turns all hues together so that the picture's own lands on a good one, give or take `aside` degrees; every tone stays where it is, so nothing can blotch. */
export function turnedHues({ hue }: Tones, order: number, aside: number, chroma: number): ColourMap {
  const away = (target: number) => Math.abs(((target - hue + 540) % 360) - 180)
  const targets = goodHues.filter((target) => away(target) >= leastTurn)
  const target = (targets[order % targets.length] ?? hue + 180) + aside
  return (lab) => {
    const { l, c, h } = labToLch(lab)
    return lchToLab({ l, c: c * chroma, h: h + target - hue })
  }
}
