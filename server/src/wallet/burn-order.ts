import type { LotKind } from 'shared'
import type { LotState } from './state.ts'

/** Free kinds before bought ones; `metered` always last. */
const kindRank: Record<LotKind, number> = { trial: 0, promo: 0, plan: 1, pack: 2, metered: 3 }

/** A lot can be spent from `effectiveAt` up to, not including, `expiresAt`. No sweep is needed for it to stop. */
export function isUsable(lot: LotState, now: number): boolean {
  return lot.effectiveAt <= now && now < lot.expiresAt && lot.available > 0
}

/** The lots that can pay now, first to be burnt first; README.md tells the order. */
export function burnOrder(lots: readonly LotState[], now: number): LotState[] {
  return lots.filter((lot) => isUsable(lot, now)).sort(compareLots)
}

function compareLots(a: LotState, b: LotState): number {
  return (
    Number(a.kind === 'metered') - Number(b.kind === 'metered') ||
    a.priority - b.priority ||
    a.expiresAt - b.expiresAt ||
    kindRank[a.kind] - kindRank[b.kind] ||
    a.createdAt - b.createdAt ||
    (a.id < b.id ? -1 : 1)
  )
}

/** A share of a payment that one lot can carry. */
export interface Share {
  lot: LotState
  credits: number
}

/** How `credits` would be paid now, and how many are missing. Quotes and holds both come from here. */
export function shares(lots: readonly LotState[], credits: number, now: number): { shares: Share[]; shortfall: number } {
  let left = credits
  const paying: Share[] = []
  for (const lot of burnOrder(lots, now)) {
    if (left === 0) break
    const part = Math.min(left, lot.available)
    paying.push({ lot, credits: part })
    left -= part
  }
  return { shares: paying, shortfall: left }
}

/** Prepaid credits usable now: a metered lot is a cap, not a balance. */
export function spendable(lots: readonly LotState[], now: number): number {
  return lots.reduce((sum, lot) => sum + (lot.kind !== 'metered' && isUsable(lot, now) ? lot.available : 0), 0)
}
