import { mainAxis, moments, type Sums, summed } from './colour-moments.ts'

/** How likely a colour is among those the model was made of: a mixture of Gaussians in OKLab with full covariances. */
export interface ColourModel {
  /** −log of the likelihood of a colour's best Gaussian: about −8 where it is usual, 20 and more where it is strange. */
  energy(l: number, a: number, b: number): number
}

/** Variance added to each Gaussian: a step of 0.012, about the grain of a photograph, is no difference. */
const grain = 1.5e-4

/**
 * Fits at most `count` Gaussians to the cells that `chosen` answers `wanted` for: the widest is split along its main
 * direction again and again (Orchard and Bouman, 1991), so that no chance is needed; then cells move to the nearest mean.
 */
export function modelOf(labs: Float32Array, chosen: Uint8Array, wanted: number, count: number): ColourModel {
  const cells = cellsOf(chosen, wanted)
  const member = new Uint8Array(cells.length)
  for (let made = 1; made < count; made++) {
    const groups = summed(labs, cells, member, made)
    const axes = groups.map(mainAxis)
    const widest = axes.reduce((best, axis, at) => (axis.spread > (axes[best]?.spread ?? 0) ? at : best), 0)
    const axis = axes[widest]
    if (!axis || axis.spread < grain) break
    for (let at = 0; at < cells.length; at++) {
      if (member[at] !== widest) continue
      const from = (cells[at] ?? 0) * 3
      const along = (labs[from] ?? 0) * axis.l + (labs[from + 1] ?? 0) * axis.a + (labs[from + 2] ?? 0) * axis.b
      if (along > axis.middle) member[at] = made
    }
  }
  const made = member.reduce((most, one) => Math.max(most, one), 0) + 1
  for (let round = 0; round < 2; round++) moveToNearest(labs, cells, member, summed(labs, cells, member, made))
  return mixture(
    summed(labs, cells, member, made).filter((sums) => (sums[0] ?? 0) > 1),
    cells.length,
  )
}

function cellsOf(chosen: Uint8Array, wanted: number): Int32Array {
  const cells = new Int32Array(chosen.length)
  let count = 0
  for (let at = 0; at < chosen.length; at++) if (chosen[at] === wanted) cells[count++] = at
  return cells.subarray(0, count)
}

function moveToNearest(labs: Float32Array, cells: Int32Array, member: Uint8Array, groups: Sums[]): void {
  const means = Float64Array.from(groups.flatMap((sums) => moments(sums).slice(0, 3)))
  for (let at = 0; at < cells.length; at++) {
    const from = (cells[at] ?? 0) * 3
    let nearest = Number.POSITIVE_INFINITY
    for (let mean = 0; mean < means.length; mean += 3) {
      const dl = (labs[from] ?? 0) - (means[mean] ?? 0)
      const da = (labs[from + 1] ?? 0) - (means[mean + 1] ?? 0)
      const db = (labs[from + 2] ?? 0) - (means[mean + 2] ?? 0)
      const away = dl * dl + da * da + db * db
      if (away < nearest) {
        nearest = away
        member[at] = mean / 3
      }
    }
  }
}

/** Numbers a Gaussian takes in the table: mean, inverse covariance (six), and what is not of the colour. */
const stride = 10

function mixture(groups: Sums[], total: number): ColourModel {
  const table = new Float64Array(groups.length * stride)
  groups.forEach((sums, at) => {
    const [l = 0, a = 0, b = 0, ll = 0, la = 0, lb = 0, aa = 0, ab = 0, bb = 0] = moments(sums)
    const [xx, yy, zz] = [ll + grain, aa + grain, bb + grain]
    const [c0, c1, c2] = [yy * zz - ab * ab, lb * ab - la * zz, la * ab - lb * yy]
    const determinant = xx * c0 + la * c1 + lb * c2
    const inverse = [c0, c1, c2, xx * zz - lb * lb, la * lb - xx * ab, xx * yy - la * la].map((value) => value / determinant)
    const share = (sums[0] ?? 0) / total
    table.set([l, a, b, ...inverse, 0.5 * Math.log(determinant) - Math.log(share)], at * stride)
  })
  return { energy: (l, a, b) => leastEnergy(table, l, a, b) }
}

function leastEnergy(table: Float64Array, l: number, a: number, b: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < table.length; at += stride) {
    const dl = l - (table[at] ?? 0)
    const da = a - (table[at + 1] ?? 0)
    const db = b - (table[at + 2] ?? 0)
    const away =
      dl * (dl * (table[at + 3] ?? 0) + 2 * (da * (table[at + 4] ?? 0) + db * (table[at + 5] ?? 0))) +
      da * (da * (table[at + 6] ?? 0) + 2 * db * (table[at + 7] ?? 0)) +
      db * db * (table[at + 8] ?? 0)
    const energy = away / 2 + (table[at + 9] ?? 0)
    if (energy < least) least = energy
  }
  return least
}
