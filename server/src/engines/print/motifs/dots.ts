import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from './drawing.ts'
import { type Frame, side } from './frame.ts'
import { packed } from './packing.ts'

interface Dot {
  x: number
  y: number
  radius: number
  /** Which of the colours, counted along the pattern. */
  order: number
}

/** Polka dots: staggered, in a grid, large and small in turn, or scattered. */
export const dots: Generator = (brief, colours, random, frame) => {
  const palette = paletteFor(brief, colours.main, random)
  const placed = arranged(brief, random)
  const chosen = random.below(palette.length)
  const shapes = placed.map((dot) => drawDot(dot, palette[(dot.order + chosen) % palette.length] ?? colours.ink, frame)).join('')
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes) }
}

/** One colour for a plain polka dot; several where several were asked, or by the seed where none was. */
function paletteFor({ colours: asked, ground }: Brief, main: string[], random: Random): string[] {
  const wanted = asked.length - (ground || asked.length < 2 ? 0 : 1)
  if (asked.length > 0) return main.slice(0, Math.max(1, wanted))
  return random.chance(0.5) ? main.slice(0, 1) : main.slice(0, random.pick(3, 5))
}

function arranged(brief: Brief, random: Random): Dot[] {
  const style = styleFor(brief, random)
  const scale = brief.scale ?? random.inTurn(1, 0.7, 1.4)
  // Dots across one repeat; even, so that rows and colours close round the torus.
  const across = Math.max(2, 2 * Math.round((style === 'pin' ? 8 : 3.5) / scale))
  const cell = side / across
  const size = cell * (style === 'pin' ? 0.14 : random.between(0.2, 0.27)) * Math.sqrt(brief.density ?? 1)
  switch (style) {
    case 'grid':
      return lattice(across, across, (i, j) => ({ x: (i + 0.5) * cell, y: (j + 0.5) * cell, radius: size * 1.15, order: i + j }))
    case 'staggered':
    case 'pin':
      return lattice(across, 2 * across, (i, j) => ({
        x: (i + (j % 2) / 2 + 0.25) * cell,
        y: ((j + 0.5) * cell) / 2,
        radius: size,
        order: i + j,
      }))
    case 'paired':
      return lattice(across, 2 * across, (i, j) => ({
        x: (i + (j % 2) / 2 + 0.25) * cell,
        y: ((j + 0.5) * cell) / 2,
        radius: j % 2 === 0 ? size * 1.3 : size * 0.5,
        order: j % 2 === 0 ? 0 : 1,
      }))
    case 'scattered':
      return scattered(scale, brief.density ?? 1, random)
  }
}

type Style = 'staggered' | 'grid' | 'paired' | 'pin' | 'scattered'

function styleFor({ layout, scale }: Brief, random: Random): Style {
  if (layout === 'toss') return 'scattered'
  if (layout === 'block') return 'grid'
  if (layout) return 'staggered'
  if (scale !== null && scale < 1) return random.inTurn('pin', 'staggered', 'scattered')
  return random.inTurn('staggered', 'scattered', 'paired', 'staggered', 'grid')
}

function lattice(columns: number, rows: number, dot: (column: number, row: number) => Dot): Dot[] {
  return Array.from({ length: columns * rows }, (_, at) => dot(at % columns, Math.floor(at / columns)))
}

function scattered(scale: number, density: number, random: Random): Dot[] {
  const gap = 1.45 / Math.sqrt(density)
  const sizes = random.pick([34, 34], [52, 26, 12], [40, 22])
  const levels = sizes.map((radius, at) => ({ name: String(at), radius: radius * scale, spread: 0.12, most: 2000, gap }))
  return packed(levels, 'toss', random).map(({ x, y, radius, choice }) => ({ x, y, radius, order: Math.floor(choice * 60) }))
}

function drawDot({ x, y, radius }: Dot, colour: string, frame: Frame): string {
  return placesInFrame(frame, x, y, radius)
    .map((place) => `<circle cx="${decimal(place.x)}" cy="${decimal(place.y)}" r="${decimal(radius)}" fill="${colour}"/>`)
    .join('')
}
