import type { Colourway } from '../colour/colourway.ts'
import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import type { Raster } from '../raster.ts'
import type { Weave } from './cloth/weave.ts'
import { type Frame, side } from './frame.ts'

/** Paints `size` px a repeat. A finer size gives the same picture, finer; two repeats are the one laid twice. */
export type Painter = (size: number, frame: Frame) => Raster

/** What a generator gives: vector shapes, a cloth to be woven, or a print painted px by px. */
export type Drawing = { kind: 'vector'; svg: string } | { kind: 'woven'; weave: Weave } | { kind: 'painted'; paint: Painter }

export type Generator = (brief: Brief, colours: Colourway, random: Random, frame: Frame) => Drawing

/** The svg document of a drawing whose shapes are in drawing units. */
export function svgDocument(frame: Frame, ground: string, shapes: string, definitions = ''): string {
  const extent = side * frame.repeats
  const defs = definitions ? `<defs>${definitions}</defs>` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${extent} ${extent}">${defs}<rect width="${extent}" height="${extent}" fill="${ground}"/>${shapes}</svg>`
}

/** A number as svg text: tenths of a unit are below what a print can show. By whole numbers, whose text is had in a third of the time. */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10)
  const size = Math.abs(tenths)
  const rest = size % 10
  const text = rest === 0 ? String(size / 10) : `${(size - rest) / 10}.${rest}`
  return tenths < 0 ? `-${text}` : text
}

/**
 * Every place where a shape around (x, y) shows: shapes that cross an edge appear at the opposite one too.
 * `reach` is how far the shape goes from its middle.
 */
export function placesInFrame(frame: Frame, x: number, y: number, reach: number): { x: number; y: number }[] {
  const extent = side * frame.repeats
  const along = (at: number, phase: number) => {
    const found: number[] = []
    const first = (((at - phase) % side) + side) % side
    for (let place = first - side; place < extent + side; place += side) {
      if (place + reach > 0 && place - reach < extent) found.push(place)
    }
    return found
  }
  const rows = along(y, frame.phase.y)
  return along(x, frame.phase.x).flatMap((px) => rows.map((py) => ({ x: px, y: py })))
}
