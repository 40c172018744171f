import { colourwayFor } from '../colour/colourway.ts'
import type { Brief } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { lineSteps, seamReport } from '../seam.ts'
import { type Drawing, type Frame, side } from './drawing.ts'
import { generators } from './generators.ts'
import { rendered } from './render.ts'

export interface Print {
  raster: Raster
  /** Where the print is made of shapes. */
  svg?: string
}

/** Draws a brief. `size` is the side in px; a repeat can be drawn more than once to see it meet itself. */
export function drawPrint(brief: Brief, seed: number, size: number, repeats = 1): Print {
  const frame: Frame = { repeats, phase: { x: 0, y: 0 } }
  const drawing = drawingOf(brief, seed, frame)
  const raster = rendered(drawing, size, frame)
  if (repeats > 1 || seamReport(raster.data, raster.width, raster.height).seamless) return printOf(drawing, raster)
  const calm: Frame = { repeats, phase: calmPhase(raster) }
  const moved = drawingOf(brief, seed, calm)
  return printOf(moved, rendered(moved, size, calm))
}

function drawingOf(brief: Brief, seed: number, frame: Frame): Drawing {
  const colours = colourwayFor(brief, createRandom(seed, 'colours'))
  return generators[brief.motif](brief, colours, createRandom(seed, brief.motif), frame)
}

function printOf(drawing: Drawing, raster: Raster): Print {
  return drawing.kind === 'vector' ? { raster, svg: drawing.svg } : { raster }
}

/**
 * Where to cut the cloth so that the tile's edges run through its quieter lines: a repeat may begin anywhere,
 * and an edge along the busiest line is what one would see if a printer cuts it a hair off.
 */
function calmPhase({ data, width, height }: Raster): { x: number; y: number } {
  const steps = lineSteps(data, width, height)
  const along = (lines: Float64Array) => ((calmest(lines) + 1) / lines.length) * side
  return { x: along(steps.columns), y: along(steps.rows) }
}

function calmest(lines: Float64Array): number {
  let best = 0
  lines.forEach((step, at) => {
    if (step < (lines[best] ?? 0)) best = at
  })
  return best
}
