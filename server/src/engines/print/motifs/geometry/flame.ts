import { toned } from '../../colour/oklab.ts'
import { side } from '../frame.ts'
import { type Band, type Banding, rowsOf } from './bands.ts'
import { byLightness, inksFor } from './inks.ts'

/** Peaks of several heights in steps of a stitch, every ink in shades from light to deep. */
export const flame: Banding = (brief, colours, random) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(2, 3, 1, 2, 3))
  const shades = inks.length > 3 ? [0.07, 0, -0.07] : [0.13, 0.065, 0, -0.075]
  const ramps = inks.flatMap((ink) =>
    byLightness(shades.map((lightness) => (lightness === 0 ? ink : toned(ink, lightness, 0.96)))),
  )
  const bands = [...ramps, colours.ground].map((colour): Band => [colour, 1])
  const wide = Math.max(1, Math.round(random.inTurn(3, 2, 4, 1, 2) / (brief.scale ?? 1)))
  const peaks = random.inTurn(...flames)
  // Stitches stay fine where the flames are large.
  const perFlame = wide === 1 ? 64 : 32
  const stitches = perFlame * wide
  const rise = (side / wide) * random.between(0.4, 0.55)
  const heights = Array.from({ length: stitches }, (_, at) => heightAt(peaks, ((at % perFlame) + 0.5) / perFlame))
  const stitch = side / stitches
  const line = heights.flatMap((height, at) => {
    const y = Math.round((height * rise) / (stitch / 2)) * (stitch / 2)
    return [
      { x: at * stitch, y: -y },
      { x: (at + 1) * stitch, y: -y },
    ]
  })
  return { bands, rows: rowsOf(rise * 0.16 * bands.length), line }
}

/** Heights of peaks and valleys over one period, at even steps. */
const flames: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 0.8, 0.3, 1, 0.3, 0.8],
  [0, 1],
  [0, 0.5, 0.22, 1, 0.22, 0.5],
  [0, 1, 0.45, 1],
  [0, 0.45, 0.3, 0.75, 0.6, 1, 0.6, 0.75, 0.3, 0.45],
]

function heightAt(peaks: readonly number[], at: number): number {
  const step = Math.floor(at * peaks.length)
  const from = peaks[step] ?? 0
  const to = peaks[(step + 1) % peaks.length] ?? 0
  return from + (to - from) * (at * peaks.length - step)
}
