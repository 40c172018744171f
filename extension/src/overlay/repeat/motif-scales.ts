import { acrossFor, type RepeatLayout, usualAcross } from 'shared'

/** Sizes of a motif that is tossed; 1 is the usual one. A larger one would not fit on its tile. */
const tossed = [0.25, 0.5, 0.75, 1, 1.5, 2]

/** The sizes that a layout is made in, each a step on the line: whole pictures fill a tile a few times or not at all. */
export function scalesOf(layout: RepeatLayout): number[] {
  if (layout === 'toss') return tossed
  return layout === 'block' ? [0.5, 1, 2] : [0.5, 1]
}

/** The step on the line at which a scale is made. */
export function stepOf(layout: RepeatLayout, scale: number | undefined): number {
  const scales = scalesOf(layout)
  const made = layout === 'toss' ? (scale ?? 1) : usualAcross / acrossFor(layout, usualAcross, scale ?? null)
  const apart = scales.map((one) => Math.abs(Math.log2(one / made)))
  return apart.indexOf(Math.min(...apart))
}

/** What is asked for at a step: the usual size is the one that nothing is said of. */
export function scaleAt(layout: RepeatLayout, step: number): number | undefined {
  const scale = scalesOf(layout)[step]
  return scale === 1 ? undefined : scale
}
