import type { Brief } from '../prompt/brief.ts'
import type { Generator } from './drawing.ts'

/** A print that goes `times` into the repeat, both ways: an svg has no size of its own, so more repeats of it are smaller ones. */
export const laid =
  (times: number, generator: Generator): Generator =>
  (brief, colours, random, frame) =>
    generator({ ...brief, scale: (brief.scale ?? 1) * times }, colours, random, {
      repeats: frame.repeats * times,
      phase: { x: frame.phase.x * times, y: frame.phase.y * times },
    })

/** How often a print of a small scale goes into the repeat, so that as many things as usual are placed in it. */
export const timesFor = ({ scale }: Brief) => Math.max(1, Math.round(1 / (scale ?? 1)))

/** A generator of scattered things that need not place thousands where a small scale is asked for. */
export const inSmallRepeats =
  (generator: Generator): Generator =>
  (brief, colours, random, frame) => {
    const times = timesFor(brief)
    return (times === 1 ? generator : laid(times, generator))(brief, colours, random, frame)
  }
