/** Threads of one colour side by side. */
export type Stripe = readonly [colour: string, count: number]

/** Threads along one repeat of most cloths. A power of two, so that a thread is a whole number of px at every size. */
export const usualThreads = 512

/** Repeats stripes until they fill `count` threads; their length must divide it. */
export function threaded(stripes: readonly Stripe[], count = usualThreads): string[] {
  const sett = stripes.flatMap(([colour, width]) => Array.from({ length: width }, () => colour))
  return Array.from({ length: count }, (_, at) => sett[at % sett.length] ?? '#000000')
}

/** Stripes scaled to `length` threads. Every stripe keeps at least one thread; the widest takes the rounding. */
export function fitted(stripes: readonly Stripe[], length: number): Stripe[] {
  const total = stripes.reduce((sum, [, count]) => sum + count, 0)
  const fit = stripes.map(([colour, count]): [string, number] => [colour, Math.max(1, Math.round((count / total) * length))])
  let spare = length - fit.reduce((sum, [, count]) => sum + count, 0)
  while (spare !== 0) {
    const widest = fit.reduce((best, stripe) => (stripe[1] > best[1] ? stripe : best))
    widest[1] += Math.sign(spare)
    spare -= Math.sign(spare)
  }
  return fit
}

/** Begins the repeat in the middle of a stripe: a tile's edge then never cuts along a change of colour. */
export function rolledBy<T>(sequence: readonly T[], count: number): T[] {
  const from = Math.floor(count) % sequence.length
  return [...sequence.slice(from), ...sequence.slice(0, from)]
}

/** The sequence begun in the middle of its widest run of one colour. */
export function fromWidest(sequence: readonly string[]): string[] {
  let [best, middle] = [0, 0]
  for (let at = 0; at < sequence.length; at++) {
    if (sequence[at] === sequence.at(at - 1)) continue
    let run = 1
    while (run < sequence.length && sequence[(at + run) % sequence.length] === sequence[at]) run++
    if (run > best) [best, middle] = [run, at + run / 2]
  }
  return rolledBy(sequence, middle)
}
