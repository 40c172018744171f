import type { LotState } from '../state.ts'
import { oldestFirst } from './burn-order.ts'

interface Rolling {
  lot: LotState
  credits: number
  until: number
}

/**
 * What of a cycle's lots goes on after their end: of each at most what its own terms allow, and of all together at most what the
 * most generous of them do. The difference that an upgrade brought is so no second roll-over. Those that go on longest go first.
 * @param lots with credits left, ended together
 */
export function rollingOver(lots: readonly LotState[], now: number): Rolling[] {
  const rolling = lots.flatMap((lot) => {
    const { rollover } = lot
    return rollover !== null && rollover.until > now ? [{ lot, ...rollover }] : []
  })
  let left = Math.max(0, ...rolling.map(({ max }) => max))
  return rolling
    .sort((a, b) => b.until - a.until || oldestFirst(a.lot, b.lot))
    .map(({ lot, max, until }) => {
      const credits = Math.min(lot.available, max, left)
      left -= credits
      return { lot, credits, until }
    })
}
