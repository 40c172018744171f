import type { LotState } from '../state.ts'
import { oldestFirst } from './burn-order.ts'

/** Pay-as-you-go of the cycle that runs: a cap that is used up, not credits that one has. */
export interface RunningCap {
  cycle: string
  /** Credits held or spent. */
  used: number
  cap: number
  /** ms: the cycle's end. */
  until: number
}

/**
 * Null where pay-as-you-go is off. A cap that was raised is several lots of one cycle. Closed ones are left out, as a database
 * leaves them out: within a batch they are still in sight, with the cap of their own time. Of two cycles that run beside each
 * other, one of which was stopped for the other, the one that began last counts.
 */
export function runningCap(lots: readonly LotState[], now: number): RunningCap | null {
  const open = lots.filter((lot) => lot.kind === 'metered' && lot.closedAt === null)
  const running = open.filter((lot) => lot.effectiveAt <= now && now < lot.expiresAt).sort(oldestFirst)
  const newest = running.at(-1)
  const ofCycle = running.filter(({ reference }) => reference === newest?.reference)
  const [first] = ofCycle
  if (first === undefined) return null
  const used = ofCycle.reduce((sum, lot) => sum + lot.held + lot.spent, 0)
  return { cycle: first.reference ?? first.id, used, cap: first.cap ?? 0, until: first.expiresAt }
}
