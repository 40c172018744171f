import { colourwayFor } from '../colour/colourway.ts'
import type { Brief } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import { type Raster, rolled } from '../raster.ts'
import { lineSteps, seamReport } from '../seam.ts'
import type { Drawing } from './drawing.ts'
import { type Frame, side } from './frame.ts'
import { generators } from './generators.ts'
import { rendered } from './render.ts'

export interface Print {
  raster: Raster
  /** Where the print is made of shapes. */
  svg?: string
}

/** Draws a brief. `size` is the side in px. The tile begins where the cloth is quiet. */
export function drawPrint(brief: Brief, seed: number, size: number): Print {
  const drawn = drawRepeats(brief, seed, size, { repeats: 1, phase: { x: 0, y: 0 } })
  if (seamReport(drawn.raster.data, size, size).seamless) return drawn
  const cut = calmCut(drawn.raster)
  const raster = rolled(drawn.raster, cut.x, cut.y)
  // Px need only move round the torus; shapes are drawn anew, so that their svg begins where the picture does.
  const drawing =
    drawn.svg && drawingOf(brief, seed, { repeats: 1, phase: { x: (cut.x / size) * side, y: (cut.y / size) * side } })
  return drawing && drawing.kind === 'vector' ? { raster, svg: drawing.svg } : { raster }
}

/** Draws one or more repeats of a brief, from wherever the frame begins. */
export function drawRepeats(brief: Brief, seed: number, size: number, frame: Frame): Print {
  const drawing = drawingOf(brief, seed, frame)
  const raster = rendered(drawing, size, frame)
  return drawing.kind === 'vector' ? { raster, svg: drawing.svg } : { raster }
}

function drawingOf(brief: Brief, seed: number, frame: Frame): Drawing {
  const colours = colourwayFor(brief, createRandom(seed, 'colours'))
  return generators[brief.motif](brief, colours, createRandom(seed, brief.motif), frame)
}

/**
 * Where to cut the cloth, in px, so that the tile's edges run through its quieter lines: a repeat may begin anywhere,
 * and an edge along the busiest line is what one would see if a printer cuts it a hair off.
 */
function calmCut({ data, width, height }: Raster): { x: number; y: number } {
  const { columns, rows } = lineSteps(data, width, height)
  return { x: calmest(columns) + 1, y: calmest(rows) + 1 }
}

function calmest(lines: Float64Array): number {
  let best = 0
  lines.forEach((step, at) => {
    if (step < (lines[best] ?? 0)) best = at
  })
  return best
}
