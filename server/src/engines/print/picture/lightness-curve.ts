/** What a lightness becomes, and how much of the picture has it. */
interface Knot {
  from: number
  to: number
  share: number
}

/** How much harder a step of light may become: beyond, grain would show. */
const hardest = 3
/** How far lightness gathers round the main colours, 0 to 1: more shows them purer, and in the end in steps. */
const gathering = 0.45
/** Of the darkest main colour's lightness, what is left in the deepest black; and likewise from the lightest to white. */
const outerDepth = 0.35

/** A rising line through every pair's lightness, on to near black and near white. */
export function lightnessCurve(pairs: readonly Knot[]): (l: number) => number {
  const knots = risingKnots(pairs)
  const [first, last] = [knots[0], knots.at(-1)]
  if (!first || !last) return (l) => l
  const ends = [{ from: 0, to: first.to * outerDepth }, ...knots, { from: 1, to: 1 - (1 - last.to) * outerDepth }]
  return (l) => {
    let above = 1
    while (above < ends.length - 1 && (ends[above]?.from ?? 1) < l) above++
    const [low, high] = [ends[above - 1] ?? first, ends[above] ?? last]
    const share = (l - low.from) / Math.max(1e-3, high.from - low.from)
    const eased = share * share * (3 - 2 * share)
    return low.to + (share + (eased - share) * gathering) * (high.to - low.to)
  }
}

const isTooSteep = (low: Knot, high: Knot) => high.to <= low.to || high.to - low.to > (high.from - low.from) * hardest

/** Pairs in order of lightness; those that are too near to each other for what they become, or whose order turns round, count as one (pool adjacent violators). */
function risingKnots(pairs: readonly Knot[]): Knot[] {
  const knots: Knot[] = []
  for (const pair of pairs.toSorted((p, q) => p.from - q.from)) {
    let merged = { ...pair, share: pair.share + 1e-6 }
    for (let last = knots.at(-1); last && isTooSteep(last, merged); last = knots.at(-1)) {
      knots.pop()
      const share = last.share + merged.share
      const mean = (p: number, q: number) => (p * last.share + q * merged.share) / share
      merged = { from: mean(last.from, merged.from), to: mean(last.to, merged.to), share }
    }
    knots.push(merged)
  }
  return knots
}
