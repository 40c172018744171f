import type { Box } from 'shared'
import sharp from 'sharp'
import { hexToRgb } from '../../colour/oklab.ts'
import { interleaved } from '../../encode.ts'
import { createRandom } from '../../random.ts'
import { emptyRaster, type Layer, type Raster } from '../../raster.ts'
import { calm } from '../repeat.ts'
import { type MotifSet, motifSetOf } from './motif-set.ts'
import { scattered, type Tossed } from './scattered.ts'
import { cells, directionOf } from './silhouette.ts'

/** Length of the largest motif at scale 1, and the bounds of any scale, as shares of the tile's side. */
const usualLength = 0.3
const shortest = 0.05
const longest = 0.62

/** Length of the largest motif on a tile, as a share of its side. */
const lengthAt = (scale: number | null) => Math.max(shortest, Math.min(longest, usualLength * (scale ?? 1)))

/**
 * A picture's motif cut out and scattered over a tile of `size` px that repeats without a seam, on the colour it stood on.
 * Throws `NO_SUBJECT`, `UNSUPPORTED_IMAGE`.
 */
export async function tossed(
  bytes: Uint8Array,
  size: number,
  seed: number,
  box: Box | null,
  scale: number | null,
): Promise<Raster> {
  return tossOf(await motifSetOf(bytes, box, size * lengthAt(scale)), size, seed, scale)
}

/** The same from motifs that were cut out already. */
export async function tossOf({ motifs, ground }: MotifSet, size: number, seed: number, scale: number | null): Promise<Raster> {
  const placed = scattered(motifs, lengthAt(scale), createRandom(seed, 'toss'))
  const tile = plainTile(size, ground)
  const keyOf = ({ motif, length }: Tossed) => `${motif} ${length}`
  const kinds = new Map(placed.map((one) => [keyOf(one), one]))
  const stamps = new Map(
    await Promise.all([...kinds].map(async ([key, one]) => [key, await stampOf(motifs[one.motif], one.length * size)] as const)),
  )
  for (const one of placed) {
    const stamp = stamps.get(keyOf(one))
    if (stamp) paint(tile, stamp, one)
  }
  return calm(tile)
}

function plainTile(size: number, ground: string): Raster {
  const tile = emptyRaster(size, size)
  const row = tile.data.subarray(0, size * 3)
  const colour = hexToRgb(ground)
  for (let at = 0; at < row.length; at += 3) row.set(colour, at)
  for (let y = 1; y < size; y++) tile.data.copyWithin(y * row.length, 0, row.length)
  return tile
}

/** A motif at the size at which it is painted: 4 bytes a pixel, colours already times opacity, see-through px all round. */
interface Stamp {
  rgba: Uint8Array
  width: number
  height: number
  /** Its px for each px of the tile; 1 but where the source is too small. */
  scale: number
}

async function stampOf(motif: Layer | undefined, length: number): Promise<Stamp | null> {
  if (!motif) return null
  const longer = Math.max(motif.width, motif.height)
  const wanted = Math.max(2, Math.round(length))
  const raw = { width: motif.width, height: motif.height, channels: 4 } as const
  const { data, info } = await sharp(
    interleaved(motif.data, motif.alpha ?? new Uint8Array(motif.width * motif.height).fill(255)),
    { raw },
  )
    .resize(wanted, wanted, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
    .extend({ left: 1, right: 1, top: 1, bottom: 1, background: '#0000' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const rgba = new Uint8Array(data)
  for (let at = 0; at < rgba.length; at += 4) {
    const part = (rgba[at + 3] ?? 0) / 255
    for (let c = 0; c < 3; c++) rgba[at + c] = Math.round((rgba[at + c] ?? 0) * part)
  }
  return { rgba, width: info.width, height: info.height, scale: Math.min(wanted, longer) / wanted }
}

/** Lays a stamp on the torus, turned about its middle. */
function paint(tile: Raster, stamp: Stamp, { x, y, turn }: Tossed): void {
  const size = tile.width
  const { along, across } = directionOf(turn)
  const middle = { x: Math.round(((x + 0.5) * size) / cells), y: Math.round(((y + 0.5) * size) / cells) }
  const wide = stamp.width / stamp.scale
  const high = stamp.height / stamp.scale
  const halfWide = Math.ceil((Math.abs(along) * wide + Math.abs(across) * high) / 2) + 1
  const halfHigh = Math.ceil((Math.abs(across) * wide + Math.abs(along) * high) / 2) + 1
  for (let down = -halfHigh; down <= halfHigh; down++) {
    const row = (((middle.y + down) % size) + size) % size
    for (let right = -halfWide; right <= halfWide; right++) {
      const u = (right * along + down * across) * stamp.scale + stamp.width / 2 - 0.5
      const v = (down * along - right * across) * stamp.scale + stamp.height / 2 - 0.5
      if (u <= 0 || v <= 0 || u >= stamp.width - 1 || v >= stamp.height - 1) continue
      const column = (((middle.x + right) % size) + size) % size
      lay(stamp, u, v, tile.data, (row * size + column) * 3)
    }
  }
}

/** Lays the stamp's colour at a place between four of its pixels over a pixel of the tile. */
function lay({ rgba, width }: Stamp, u: number, v: number, into: Uint8Array, to: number): void {
  const left = u | 0
  const top = v | 0
  const right = u - left
  const bottom = v - top
  const d = right * bottom
  const c = bottom - d
  const b = right - d
  const a = 1 - right - c
  const upper = (top * width + left) * 4
  const lower = upper + width * 4
  const opacity =
    (rgba[upper + 3] ?? 0) * a + (rgba[upper + 7] ?? 0) * b + (rgba[lower + 3] ?? 0) * c + (rgba[lower + 7] ?? 0) * d
  if (opacity <= 0) return
  const bare = 1 - opacity / 255
  for (let channel = 0; channel < 3; channel++) {
    const colour =
      (rgba[upper + channel] ?? 0) * a +
      (rgba[upper + 4 + channel] ?? 0) * b +
      (rgba[lower + channel] ?? 0) * c +
      (rgba[lower + 4 + channel] ?? 0) * d
    const value = colour + (into[to + channel] ?? 0) * bare + 0.5
    into[to + channel] = Math.min(value, 255)
  }
}
