/** A small seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  between(low: number, high: number): number
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number
  chance(share: number): boolean
  pick<T>(first: T, ...others: T[]): T
  shuffled<T>(items: readonly T[]): T[]
  /** Takes the next item for the next seed: the images of a batch, whose seeds are neighbours, then differ in it. */
  inTurn<T>(first: T, ...others: T[]): T
}

/** Mulberry32 (Tommy Ettinger, public domain), its seed mixed first so that neighbouring seeds start far apart. */
export function createRandom(seed: number, purpose: string): Random {
  let state = mix(seedFor(seed, purpose))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    below,
    chance: (share) => next() < share,
    pick: (first, ...others) => {
      const at = below(others.length + 1)
      return at === 0 ? first : (others[at - 1] ?? first)
    },
    inTurn: (first, ...others) => {
      const at = seed % (others.length + 1)
      return at === 0 ? first : (others[at - 1] ?? first)
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  }
}

/** A second seed from a first and a purpose, so that one choice more does not move all the others (FNV-1a). */
function seedFor(seed: number, purpose: string): number {
  let hash = seed ^ 0x9e3779b9
  for (const letter of purpose) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3. */
function mix(seed: number): number {
  let h = seed | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
