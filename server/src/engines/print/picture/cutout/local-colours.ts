import type { Raster } from '../../raster.ts'
import { boxSums } from './box-sums.ts'

/**
 * How subject and ground look round each cell of a small picture, near the outline. A pixel there is part of the subject by
 * t = r·x + g·y + b·z + w of its bytes: Fisher's linear discriminant of the two sides' colours within a few cells, 0 at the
 * ground's mean and 1 at the subject's, so that a pixel which the edge divides lies between.
 */
export interface LocalColours {
  /** 1 where the numbers below are told. */
  near: Uint8Array
  /** Eleven numbers a cell, see `field`. */
  table: Float32Array
}

export const field = { x: 0, y: 1, z: 2, w: 3, sureness: 4, subject: 5, ground: 8 } as const
export const fields = 11

/** What a cell on the outline itself counts: it is of both. */
const divided = 0.01
/** Variance in bytes² that is no difference: noise. */
const noise = 30
/** Squared distance of the two sides, in their own deviations, at which colour and outline are believed alike. */
const halfSure = 4

/** Tells the colours of cells up to `reach` from the outline, by the cells as far round them. */
export function localColours({ data, width, height }: Raster, inside: Uint8Array, reach: number): LocalColours {
  const weights = [0, 1].map((side) => weightsOf(inside, width, height, side))
  const [ground, subject] = weights.map((weight) => momentsAround(data, weight, width, height, reach))
  const near = new Uint8Array(inside.length)
  const table = new Float32Array(inside.length * fields)
  if (!ground || !subject) return { near, table }
  const outline = nearOutline(inside, width, height, reach)
  for (let at = 0; at < inside.length; at++) {
    if (!outline[at] || (ground[0]?.[at] ?? 0) < divided || (subject[0]?.[at] ?? 0) < divided) continue
    near[at] = 1
    discriminate(at, subject, ground, table)
  }
  return { near, table }
}

/** 1 for cells that have only their own side around them, less for those at the outline, 0 on the other side. */
function weightsOf(inside: Uint8Array, width: number, height: number, side: number): Float32Array {
  const weights = new Float32Array(inside.length)
  for (let y = 0, at = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)]
    for (let x = 0; x < width; x++, at++) {
      if (inside[at] !== side) continue
      const left = Math.max(0, x - 1)
      const right = Math.min(width - 1, x + 1)
      let alone = true
      for (let j = top; j <= bottom && alone; j++) {
        for (let i = left; i <= right; i++) if (inside[j * width + i] !== side) alone = false
      }
      weights[at] = alone ? 1 : divided
    }
  }
  return weights
}

function nearOutline(inside: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const both = boxSums(Float32Array.from(inside), width, height, reach)
  const whole = boxSums(new Float32Array(inside.length).fill(1), width, height, reach)
  return Uint8Array.from(both, (sum, at) => (sum > 0.5 && sum < (whole[at] ?? 0) - 0.5 ? 1 : 0))
}

/** Weighted sums round each cell: of 1, r, g, b, rr, rg, rb, gg, gb, bb. */
function momentsAround(data: Uint8Array, weight: Float32Array, width: number, height: number, reach: number): Float32Array[] {
  const term = () => new Float32Array(weight.length)
  const [one, rs, gs, bs, rrs, rgs, rbs, ggs, gbs, bbs] = [
    term(),
    term(),
    term(),
    term(),
    term(),
    term(),
    term(),
    term(),
    term(),
    term(),
  ]
  for (let at = 0; at < weight.length; at++) {
    const w = weight[at] ?? 0
    if (w === 0) continue
    const r = data[at * 3] ?? 0
    const g = data[at * 3 + 1] ?? 0
    const b = data[at * 3 + 2] ?? 0
    one[at] = w
    rs[at] = w * r
    gs[at] = w * g
    bs[at] = w * b
    rrs[at] = w * r * r
    rgs[at] = w * r * g
    rbs[at] = w * r * b
    ggs[at] = w * g * g
    gbs[at] = w * g * b
    bbs[at] = w * b * b
  }
  const terms = [one, rs, gs, bs, rrs, rgs, rbs, ggs, gbs, bbs]
  return terms.map((values) => boxSums(values, width, height, reach))
}

/** Mean and covariance at a cell: r, g, b, rr, rg, rb, gg, gb, bb. */
function statisticsAt(moments: Float32Array[], at: number): number[] {
  const [n = 1, r = 0, g = 0, b = 0, rr = 0, rg = 0, rb = 0, gg = 0, gb = 0, bb = 0] = moments.map((term) => term[at] ?? 0)
  const [x, y, z] = [r / n, g / n, b / n]
  const own = [rr / n - x * x, rg / n - x * y, rb / n - x * z, gg / n - y * y, gb / n - y * z, bb / n - z * z]
  return [x, y, z, ...own]
}

function discriminate(at: number, subject: Float32Array[], ground: Float32Array[], table: Float32Array): void {
  const s = statisticsAt(subject, at)
  const g = statisticsAt(ground, at)
  const [xx, xy, xz, yy, yz, zz] = [3, 4, 5, 6, 7, 8].map((of) => ((s[of] ?? 0) + (g[of] ?? 0)) / 2) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const d = [0, 1, 2].map((of) => (s[of] ?? 0) - (g[of] ?? 0))
  const [x, y, z] = solved([xx + noise, xy, xz, yy + noise, yz, zz + noise], d)
  const apart = Math.max(1e-6, x * (d[0] ?? 0) + y * (d[1] ?? 0) + z * (d[2] ?? 0))
  const offset = -(x * (g[0] ?? 0) + y * (g[1] ?? 0) + z * (g[2] ?? 0)) / apart
  table.set(
    [x / apart, y / apart, z / apart, offset, apart / (apart + halfSure), ...s.slice(0, 3), ...g.slice(0, 3)],
    at * fields,
  )
}

/** Solves a symmetric 3 × 3 system by cofactors. */
function solved(m: [number, number, number, number, number, number], [u = 0, v = 0, w = 0]: number[]): [number, number, number] {
  const [xx, xy, xz, yy, yz, zz] = m
  const [c0, c1, c2] = [yy * zz - yz * yz, yz * xz - xy * zz, xy * yz - xz * yy]
  const determinant = xx * c0 + xy * c1 + xz * c2
  const [c3, c4, c5] = [xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy]
  return [
    (c0 * u + c1 * v + c2 * w) / determinant,
    (c1 * u + c3 * v + c4 * w) / determinant,
    (c2 * u + c4 * v + c5 * w) / determinant,
  ]
}
