/** The alpha with its edge faded over `softness` px, in the middle of where it was; 0 is hard, 1 as the picture has it. */
export function faded(alpha: Uint8Array, width: number, height: number, softness: number): Uint8Array {
  if (softness === 0) return alpha.map((value) => Math.max(0, Math.min(255, (value - 127.5) * 3 + 127.5)))
  if (softness === 1) return alpha
  const rows = new Float32Array(alpha.length)
  const both = new Uint8Array(alpha.length)
  for (let y = 0; y < height; y++) average(alpha, rows, y * width, 1, width, softness)
  for (let x = 0; x < width; x++) average(rows, both, x, width, height, softness)
  return both
}

/** The mean over `extent` px round each; over an even number, the two at the ends count half. The edge goes on outside. */
function average(
  from: ArrayLike<number>,
  to: Float32Array | Uint8Array,
  start: number,
  step: number,
  length: number,
  extent: number,
): void {
  const reach = extent >> 1
  const even = extent % 2 === 0
  const ends = even ? 0.5 : 1
  const last = length - 1
  const at = (x: number) => from[start + (x < 0 ? 0 : Math.min(x, last)) * step] ?? 0
  let sum = (at(-reach) + at(reach)) * ends
  for (let x = 1 - reach; x < reach; x++) sum += at(x)
  for (let x = 0; x < length; x++) {
    to[start + x * step] = sum / extent + (to instanceof Uint8Array ? 0.5 : 0)
    const entering = at(x + 1 + reach) + (even ? at(x + reach) : 0)
    const leaving = at(x - reach) + (even ? at(x + 1 - reach) : 0)
    sum += (entering - leaving) * ends
  }
}
