import { barestLines, type Edges, edgesOf, edgesOn, framedOn, overlapOf, type Region, squareOf } from 'shared'
import { hiddenCanvas } from '../hidden-canvas'

/** Side of a unit as it is kept for drawing, in px: that of a whole tile in the preview. */
export const unitSide = 288

/** The squares that a picture is laid as, of `unitSide` px. */
export interface Units {
  edges: Edges['kind']
  /** What a mirror turns over; the other layouts lay the other one. */
  mirrored: OffscreenCanvas
  laid: OffscreenCanvas
}

/** A picture as it is laid over a cloth: whole on its own ground, as the tile that it is, or cut to what is seen in it. */
export function unitsOf(picture: ImageBitmap): Units {
  const edges = edgesOf(...within(picture, edgesOn))
  if (edges.kind === 'plain') {
    const set = setOn(picture, edges.colour)
    return { edges: edges.kind, mirrored: set, laid: set }
  }
  if (edges.kind === 'tile') {
    const tile = cut(picture, { left: 0, top: 0, width: 1, height: 1 })
    return { edges: edges.kind, mirrored: fromBarest(tile), laid: tile }
  }
  const square = squareOf(...within(picture, framedOn))
  return { edges: edges.kind, mirrored: cut(picture, square), laid: cut(picture, withoutOverlap(square)) }
}

/** The picture's own pixels on white, no longer than `longest` px, as rules of the repeat take them. */
function within(picture: ImageBitmap, longest: number): [data: Uint8ClampedArray, width: number, height: number] {
  const scale = longest / Math.max(picture.width, picture.height)
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const context = ground(width, height, '#ffffff')
  context.drawImage(picture, 0, 0, width, height)
  return [context.getImageData(0, 0, width, height).data, width, height]
}

/** The whole picture in the middle of a square of its ground. */
function setOn(picture: ImageBitmap, colour: string): OffscreenCanvas {
  const scale = unitSide / Math.max(picture.width, picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  const context = ground(unitSide, unitSide, colour)
  context.drawImage(picture, (unitSide - wide) / 2, (unitSide - high) / 2, wide, high)
  return context.canvas
}

function cut(picture: ImageBitmap, { left, top, width, height }: Region): OffscreenCanvas {
  const context = ground(unitSide, unitSide, '#ffffff')
  const [wide, high] = [picture.width, picture.height]
  context.drawImage(picture, left * wide, top * high, width * wide, height * high, 0, 0, unitSide, unitSide)
  return context.canvas
}

/** What is left of the framed square where it overlaps its neighbours and is cut in the middle of the overlap. */
function withoutOverlap({ left, top, width, height }: Region): Region {
  const kept = unitSide / (unitSide + overlapOf(unitSide))
  const before = (1 - kept) / 2
  return { left: left + width * before, top: top + height * before, width: width * kept, height: height * kept }
}

/** A tile that begins at its barest column and row. */
function fromBarest(tile: OffscreenCanvas): OffscreenCanvas {
  const context = hiddenCanvas(unitSide, unitSide)
  context.drawImage(tile, 0, 0)
  const { column, row } = barestLines(context.getImageData(0, 0, unitSide, unitSide).data, unitSide, unitSide)
  for (const x of [-column, unitSide - column]) {
    for (const y of [-row, unitSide - row]) context.drawImage(tile, x, y)
  }
  return context.canvas
}

/** A canvas of one colour: what is see-through in a picture shows it. */
function ground(width: number, height: number, colour: string): OffscreenCanvasRenderingContext2D {
  const context = hiddenCanvas(width, height)
  context.imageSmoothingQuality = 'high'
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
  return context
}
