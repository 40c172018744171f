/** A Gaussian as sums, while colours are being counted: how many, l, a, b, and ll, la, lb, aa, ab, bb. */
export type Sums = Float64Array

export function summed(labs: Float32Array, cells: Int32Array, member: Uint8Array, count: number): Sums[] {
  const sums = new Float64Array(count * 10)
  for (let at = 0; at < cells.length; at++) {
    const from = (cells[at] ?? 0) * 3
    const to = (member[at] ?? 0) * 10
    const l = labs[from] ?? 0
    const a = labs[from + 1] ?? 0
    const b = labs[from + 2] ?? 0
    sums[to] = (sums[to] ?? 0) + 1
    sums[to + 1] = (sums[to + 1] ?? 0) + l
    sums[to + 2] = (sums[to + 2] ?? 0) + a
    sums[to + 3] = (sums[to + 3] ?? 0) + b
    sums[to + 4] = (sums[to + 4] ?? 0) + l * l
    sums[to + 5] = (sums[to + 5] ?? 0) + l * a
    sums[to + 6] = (sums[to + 6] ?? 0) + l * b
    sums[to + 7] = (sums[to + 7] ?? 0) + a * a
    sums[to + 8] = (sums[to + 8] ?? 0) + a * b
    sums[to + 9] = (sums[to + 9] ?? 0) + b * b
  }
  return Array.from({ length: count }, (_, group) => sums.subarray(group * 10, group * 10 + 10))
}

/** Mean and covariance of a group: l, a, b, and ll, la, lb, aa, ab, bb. */
export function moments(sums: Sums): number[] {
  const [n = 1, sl = 0, sa = 0, sb = 0, ll = 0, la = 0, lb = 0, aa = 0, ab = 0, bb = 0] = sums
  const many = Math.max(1, n)
  const [l, a, b] = [sl / many, sa / many, sb / many]
  return [
    l,
    a,
    b,
    ll / many - l * l,
    la / many - l * a,
    lb / many - l * b,
    aa / many - a * a,
    ab / many - a * b,
    bb / many - b * b,
  ]
}

interface Axis {
  l: number
  a: number
  b: number
  /** Where along it the group's mean lies, and the variance there times the number of cells' share. */
  middle: number
  spread: number
}

/** The direction in which a group differs most, by power iteration. */
export function mainAxis(sums: Sums): Axis {
  const [ml = 0, ma = 0, mb = 0, ll = 0, la = 0, lb = 0, aa = 0, ab = 0, bb = 0] = moments(sums)
  let [l, a, b] = [1, 0.7, 0.5]
  let spread = 0
  for (let step = 0; step < 12; step++) {
    const next = [ll * l + la * a + lb * b, la * l + aa * a + ab * b, lb * l + ab * a + bb * b]
    spread = Math.hypot(...next)
    if (spread === 0) break
    ;[l = 0, a = 0, b = 0] = next.map((value) => value / spread)
  }
  return { l, a, b, middle: ml * l + ma * a + mb * b, spread: (sums[0] ?? 0) > 3 ? spread : 0 }
}
