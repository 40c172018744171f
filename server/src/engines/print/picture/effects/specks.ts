import type { Separation } from './separation.ts'

/**
 * Gives every area smaller than `least` px to the ink that most of its border has: what is too small to hold on a screen, the
 * eye sees as dirt. On a torus an area goes on over the edges.
 */
export function withoutSpecks({ ink, width, height }: Separation, least: number, torus: boolean): Separation {
  const clean = Uint8Array.from(ink)
  const seen = new Uint8Array(clean.length)
  const area = new Int32Array(clean.length)
  const around = new Int32Array(4)
  const votes = new Int32Array(1 + ink.reduce((most, one) => Math.max(most, one), 0))
  for (let first = 0; first < clean.length; first++) {
    if (seen[first]) continue
    const own = clean[first] ?? 0
    votes.fill(0)
    let size = 0
    area[size++] = first
    seen[first] = 1
    for (let next = 0; next < size; next++) {
      neighboursOf(area[next] ?? 0, width, height, torus, around)
      for (let side = 0; side < 4; side++) {
        const beside = around[side] ?? -1
        if (beside < 0) continue
        const other = clean[beside] ?? 0
        if (other !== own) votes[other] = (votes[other] ?? 0) + 1
        else if (!seen[beside]) {
          seen[beside] = 1
          area[size++] = beside
        }
      }
    }
    if (size >= least) continue
    const winner = votes.indexOf(votes.reduce((most, count) => Math.max(most, count), 0))
    if ((votes[winner] ?? 0) > 0) for (let at = 0; at < size; at++) clean[area[at] ?? 0] = winner
  }
  return { ink: clean, width, height }
}

/** The four pixels beside one; -1 where there is none. */
function neighboursOf(at: number, width: number, height: number, torus: boolean, into: Int32Array): void {
  const x = at % width
  const last = width * (height - 1)
  if (x > 0 && x < width - 1 && at >= width && at < last) {
    into[0] = at - 1
    into[1] = at + 1
    into[2] = at - width
    into[3] = at + width
    return
  }
  into[0] = x > 0 ? at - 1 : torus ? at + width - 1 : -1
  into[1] = x < width - 1 ? at + 1 : torus ? at - width + 1 : -1
  into[2] = at >= width ? at - width : torus ? at + last : -1
  into[3] = at < last ? at + width : torus ? at - last : -1
}
