/** How warp and weft cross: which of them lies on top, thread by thread. */
export interface Binding {
  /** Warp threads after which the binding begins again. A cloth's thread count must be a multiple of it. */
  warps: number
  /** The same for weft threads. */
  picks: number
  /** True where warp thread `warp` lies over weft thread `pick`; both count from 0 and go on for ever. */
  over: (warp: number, pick: number) => boolean
}

const modulo = (value: number, count: number) => ((value % count) + count) % count

/** Over one, under one: gingham, shirtings, madras. */
export const plain: Binding = { warps: 2, picks: 2, over: (warp, pick) => modulo(warp + pick, 2) === 0 }

/** A twill over `float` threads and under as many, one thread further with every pick: its rib climbs to the right. */
export function twillOf(float: number): Binding {
  return { warps: 2 * float, picks: 2 * float, over: (warp, pick) => modulo(warp + pick, 2 * float) < float }
}

/** The 2/2 twill of tartan, houndstooth and tweed. */
export const twill = twillOf(2)

/**
 * Herringbone: a 2/2 twill that turns back after every `column` threads, an even number. Where it turns it is broken, as
 * a clean cut: the first thread of a column lies over where its neighbour lies under, so that columns stand apart.
 */
export function herringbone(column: number): Binding {
  const over = (warp: number, pick: number) => {
    const place = modulo(warp, 2 * column)
    return place < column ? modulo(place + pick, 4) < 2 : modulo(column - 1 - (place - column) + pick + 2, 4) < 2
  }
  return { warps: 2 * column, picks: 4, over }
}

/** Broken twill: a 2/2 twill that turns back and is broken every `column` threads in no fixed measure, from their list. */
export function brokenTwill(columns: readonly number[]): Binding {
  const starts: number[] = []
  let step = 0
  columns.forEach((column, at) => {
    const way = at % 2 === 0 ? 1 : -1
    // A turn lies opposite the thread before it.
    for (let thread = 0; thread < column; thread++) {
      step = thread === 0 ? step + 2 : step + way
      starts.push(step)
    }
  })
  return {
    warps: starts.length,
    picks: 4,
    over: (warp, pick) => modulo((starts[modulo(warp, starts.length)] ?? 0) + pick, 4) < 2,
  }
}

/** The same binding, begun `warps` threads further in. */
export function begunAt(binding: Binding, warps: number): Binding {
  return { ...binding, over: (warp, pick) => binding.over(warp + warps, pick) }
}
