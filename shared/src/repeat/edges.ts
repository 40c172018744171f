import { seamReport } from './seam.ts'

/**
 * How a picture's edges meet themselves. `plain`: one colour all round, as a product on white has, so that it repeats
 * in any layout as it is. `tile`: it tiles already. `open`: it must be cut.
 */
export type Edges = { kind: 'plain'; colour: string } | { kind: 'tile' } | { kind: 'open' }

/** Side in px of the thumbnail on which a picture's edges are looked at. */
export const edgesOn = 256

/** `data` is the picture within `edgesOn` px, raw RGB or RGBA. */
export function edgesOf(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Edges {
  const colour = borderColour(data, width, height)
  if (colour) return { kind: 'plain', colour }
  const squarish = Math.abs(width / height - 1) < 0.03
  const { x, y } = seamReport(data, width, height)
  const closes = x.edge <= x.limit * resizing && y.edge <= y.limit * resizing
  return squarish && closes ? { kind: 'tile' } : { kind: 'open' }
}

/** How much harder a tile's edge may look for having been made smaller without its neighbours; an open edge is several times as hard. */
const resizing = 1.25

/** Levels by which a border's pixel may differ from its mean, and the share that may differ by more. */
const sameLevel = 12
const strays = 0.02

const byteInHex = (byte: number) => byte.toString(16).padStart(2, '0')

/** The colour of a border that is all of one colour; null where it is not. */
function borderColour(data: Uint8Array | Uint8ClampedArray, width: number, height: number): string | null {
  const channels = data.length / (width * height)
  const border: number[] = []
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x)
  for (let y = 0; y < height; y++) border.push(y * width, y * width + width - 1)
  const level = (at: number, c: number) => data[at * channels + c] ?? 0
  const middle = (c: number) => border.map((at) => level(at, c)).sort((p, q) => p - q)[border.length >> 1] ?? 0
  const colour = [middle(0), middle(1), middle(2)]
  const odd = border.filter((at) => colour.some((one, c) => Math.abs(level(at, c) - one) > sameLevel))
  return odd.length / border.length <= strays ? `#${colour.map(byteInHex).join('')}` : null
}
