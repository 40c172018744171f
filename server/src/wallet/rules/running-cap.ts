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

/** Null where pay-as-you-go is off. A cap that was raised is several lots of one cycle. */
export function runningCap(lots: readonly LotState[], now: number): RunningCap | null {
  const running = lots.filter((lot) => lot.kind === 'metered' && lot.effectiveAt <= now && now < lot.expiresAt).sort(oldestFirst)
  const [first] = running
  if (first === undefined) return null
  const used = running.reduce((sum, lot) => sum + lot.held + lot.spent, 0)
  return { cycle: first.reference ?? first.id, used, cap: first.cap ?? 0, until: first.expiresAt }
}
