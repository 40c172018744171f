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
  const [a, b] = await Promise.all([one, other].map(small))
  if (a === undefined || b === undefined) throw new Error('Two pictures are compared')
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
}

async function small(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).removeAlpha().resize(edge, edge, { fit: 'fill' }).raw().toBuffer()
}

/** The smallest distance between any two of them. */
export async function nearest(pictures: Uint8Array[]): Promise<number> {
  const distances = pictures.flatMap((one, i) => pictures.slice(i + 1).map((other) => distance(one, other)))
  return Math.min(...(await Promise.all(distances)))
}
