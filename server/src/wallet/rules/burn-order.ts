import type { LotKind } from 'shared'
import type { LotState } from '../state.ts'

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
    oldestFirst(a, b)
  )
}

/** Rows are loaded in no order: whoever goes through lots one after another says which comes first. */
export function oldestFirst(a: LotState, b: LotState): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** A share of a payment that one lot can carry. */
export interface Share {
  lot: LotState
  credits: number
}

/**
 * How `credits` would be paid now: prepaid lots in burn order down to `reserve` credits, then metered ones. `missing` is what
 * neither covers.
 */
export function shares(
  lots: readonly LotState[],
  credits: number,
  now: number,
  reserve: number,
): { shares: Share[]; missing: number } {
  let left = credits
  let prepaid = Math.max(0, spendable(lots, now) - reserve)
  const paying: Share[] = []
  for (const lot of burnOrder(lots, now)) {
    const part = Math.min(left, lot.available, lot.kind === 'metered' ? left : prepaid)
    if (part === 0) continue
    paying.push({ lot, credits: part })
    left -= part
    if (lot.kind !== 'metered') prepaid -= part
  }
  return { shares: paying, missing: left }
}

/** Prepaid credits usable now: a metered lot is a cap, not a balance. */
export function spendable(lots: readonly LotState[], now: number): number {
  return usable(lots, now, (lot) => lot.kind !== 'metered')
}

/** Metered credits that the cap still leaves. */
export function meteredLeft(lots: readonly LotState[], now: number): number {
  return usable(lots, now, (lot) => lot.kind === 'metered')
}

function usable(lots: readonly LotState[], now: number, which: (lot: LotState) => boolean): number {
  return lots.reduce((sum, lot) => sum + (which(lot) && isUsable(lot, now) ? lot.available : 0), 0)
}
