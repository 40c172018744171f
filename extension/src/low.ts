import type { Balance } from 'shared'

const fewCredits = 5
const lowShare = 0.2

/** Whether to warn: at most a fifth of what there was after the last grant, or five credits. Zero is more than low. */
export function isLow({ credits, afterLastGrant }: Balance): boolean {
  return credits > 0 && credits <= Math.max(fewCredits, afterLastGrant * lowShare)
}
