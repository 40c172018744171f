import { type SeamReport, seamReport } from 'server/engines/print/seam'
import sharp from 'sharp'

/** How a picture's wrap edges compare with its inside; `seamless` is the print engine's own test. */
export async function seamOf(bytes: Uint8Array): Promise<SeamReport & { width: number; height: number }> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { ...seamReport(data, info.width, info.height), width: info.width, height: info.height }
}

const edge = 64

/** How far apart two pictures are to the eye: the mean step of all colour channels (0–255), seen small and at the same size. */
export async function distance(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((picture) => small(picture, edge)))
  if (a === undefined || b === undefined) throw new Error('Two pictures are compared')
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
}

/** The same of two tiles that repeat, wherever each begins: the one is moved over the other's cloth until they agree best. */
export async function tileDistance(one: Uint8Array, other: Uint8Array): Promise<number> {
  const side = 32
  const [a, b] = await Promise.all([small(one, side), small(other, side)])
  let least = Number.POSITIVE_INFINITY
  for (let from = 0; from < side * side; from++) {
    let sum = 0
    for (let at = 0; at < a.length; at++) {
      const [pixel, c] = [Math.floor(at / 3), at % 3]
      const x = ((pixel % side) + (from % side)) % side
      const y = (Math.floor(pixel / side) + Math.floor(from / side)) % side
      sum += Math.abs((a[at] ?? 0) - (b[(y * side + x) * 3 + c] ?? 0))
    }
    least = Math.min(least, sum / a.length)
  }
  return least
}

async function small(bytes: Uint8Array, side: number): Promise<Buffer> {
  return sharp(bytes).removeAlpha().resize(side, side, { fit: 'fill' }).raw().toBuffer()
}

/** The smallest distance between any two of them. */
export async function nearest(pictures: Uint8Array[]): Promise<number> {
  const distances = pictures.flatMap((one, i) => pictures.slice(i + 1).map((other) => distance(one, other)))
  return Math.min(...(await Promise.all(distances)))
}
