import type { Balance, Lot as LotView, PayingLot } from 'shared'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { burnOrder, shares, spendable } from './burn-order.ts'
import { liveLots, toLotState } from './load.ts'
import type { LotState } from './state.ts'

/** An account's lots at one moment: what balance, lots and quotes are all told from, so that they agree. */
export interface Standing {
  /** ms; never before the account's last command, so that a read agrees with what a command would find. */
  now: number
  lots: LotState[]
  afterLastGrant: number
}

export async function readStanding({ db, clock }: { db: Db; clock: Clock }, accountId: string): Promise<Standing> {
  const [wallet, rows] = await Promise.all([
    db.read.wallet.findUnique({ where: { accountId } }),
    db.read.lot.findMany({ where: { accountId, ...liveLots } }),
  ])
  const now = Math.max(clock.now().getTime(), wallet?.lastCommandAt.getTime() ?? 0)
  return { now, lots: rows.map(toLotState), afterLastGrant: wallet?.afterLastGrant ?? 0 }
}

export function balanceOf({ now, lots, afterLastGrant }: Standing): Balance {
  const next = burnOrder(lots, now)[0]
  return {
    credits: spendable(lots, now),
    held: lots.reduce((sum, lot) => sum + lot.held, 0),
    afterLastGrant,
    next: next ? payingLot(next, next.available) : null,
    asOf: new Date(now).toISOString(),
  }
}

/** Lots that can pay now, in burn order; after them those whose credits are all held. */
export function lotsOf({ now, lots }: Standing): LotView[] {
  const paying = burnOrder(lots, now)
  const held = lots.filter((lot) => lot.held > 0 && !paying.includes(lot))
  return [...paying, ...held].map(lotView)
}

/** How an amount would be paid now: by the code that would take it. */
export function previewOf(standing: Standing, credits: number): { balance: Balance; from: PayingLot[]; shortfall: number } {
  const paying = shares(standing.lots, credits, standing.now)
  const from = paying.shares.map((share) => payingLot(share.lot, share.credits))
  return { balance: balanceOf(standing), from, shortfall: paying.shortfall }
}

function payingLot(lot: LotState, credits: number): PayingLot {
  return { kind: lot.kind, label: lot.label, credits, expiresAt: new Date(lot.expiresAt).toISOString() }
}

function lotView(lot: LotState): LotView {
  const { id, kind, label, granted, available, held, spent } = lot
  const effectiveAt = new Date(lot.effectiveAt).toISOString()
  const expiresAt = new Date(lot.expiresAt).toISOString()
  return { id, kind, label, granted, available, held, spent, effectiveAt, expiresAt }
}
