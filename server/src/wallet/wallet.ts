import type { Balance, HistoryPage, LotKind, Lot as LotView, PayingLot } from 'shared'
import { book, lotKind } from 'shared'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { burnOrder, shares, spendable } from './burn-order.ts'
import type { CommandResult } from './commands.ts'
import type { Companion } from './companion.ts'
import type { Journal } from './journal.ts'
import { liveLots, toLotState } from './load.ts'
import type { LotState } from './state.ts'

/** What the rest of the server asks of the wallet. Credits are whole numbers; commands throw `ToileError` when refused. */
export interface Wallet {
  /** Makes an empty wallet, once. */
  open(accountId: string): Promise<void>
  /** Credits from outside, keyed by the business fact, such as `pack:<checkout>`. Usable at once. */
  grant(grant: Grant, companion?: Companion): Promise<CommandResult>
  /** Sets credits aside. `INSUFFICIENT_CREDITS` says how many are missing; nothing is held then. */
  hold(hold: NewHold, companion?: Companion): Promise<CommandResult>
  capture(settlement: Settlement, companion?: Companion): Promise<CommandResult>
  release(settlement: Settlement, companion?: Companion): Promise<CommandResult>
  balance(accountId: string): Promise<Balance>
  /** Lots with something left, first to be burnt first. */
  lots(accountId: string): Promise<LotView[]>
  history(accountId: string, page: { cursor?: number | undefined; limit: number }): Promise<HistoryPage>
  /** How an amount would be paid now: by the code that would take it. */
  preview(accountId: string, credits: number): Promise<{ from: PayingLot[]; shortfall: number }>
}

export interface Grant {
  accountId: string
  key: string
  lotId: string
  kind: LotKind
  label: string | null
  credits: number
  expiresAt: Date
  reference: string | null
}

export interface NewHold {
  accountId: string
  memberId: string
  key: string
  holdId: string
  credits: number
  purpose: string
  reference: string
  payload: string
}

export interface Settlement {
  accountId: string
  key: string
  holdId: string
  credits: number
}

export function createWallet(deps: { db: Db; clock: Clock; journal: Journal }): Wallet {
  const { db, clock, journal } = deps

  const loadLots = async (accountId: string): Promise<LotState[]> => {
    const rows = await db.read.lot.findMany({ where: { accountId, ...liveLots } })
    return rows.map(toLotState)
  }

  return {
    open: async (accountId) => {
      await journal.submit({ type: 'open', accountId, key: 'open' })
    },
    grant: ({ expiresAt, ...grant }, companion) =>
      journal.submit(
        { type: 'grant', ...grant, priority: 0, effectiveAt: clock.now().getTime(), expiresAt: expiresAt.getTime() },
        companion,
      ),
    hold: (hold, companion) => journal.submit({ type: 'hold', ...hold }, companion),
    capture: (settlement, companion) => journal.submit({ type: 'capture', ...settlement }, companion),
    release: (settlement, companion) => journal.submit({ type: 'release', ...settlement }, companion),

    balance: async (accountId) => {
      const now = clock.now()
      const [lots, wallet] = await Promise.all([loadLots(accountId), db.read.wallet.findUnique({ where: { accountId } })])
      const next = burnOrder(lots, now.getTime())[0]
      return {
        credits: spendable(lots, now.getTime()),
        held: lots.reduce((sum, lot) => sum + lot.held, 0),
        afterLastGrant: wallet?.afterLastGrant ?? 0,
        next: next ? payingLot(next, next.available) : null,
        asOf: now.toISOString(),
      }
    },

    lots: async (accountId) => {
      const lots = await loadLots(accountId)
      return burnOrder(lots, clock.now().getTime()).map(lotView)
    },

    history: async (accountId, { cursor, limit }) => {
      const rows = await db.read.entry.findMany({
        where: { accountId, ...(cursor === undefined ? {} : { sequence: { lt: cursor } }) },
        orderBy: { sequence: 'desc' },
        take: limit + 1,
        include: { lot: { select: { kind: true, label: true } } },
      })
      const entries = rows.slice(0, limit).map((row) => ({
        sequence: row.sequence,
        at: row.at.toISOString(),
        from: book.parse(row.from),
        to: book.parse(row.to),
        credits: row.amount,
        lot: { kind: lotKind.parse(row.lot.kind), label: row.lot.label },
        purpose: row.purpose,
        reference: row.reference,
      }))
      return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null }
    },

    preview: async (accountId, credits) => {
      const paying = shares(await loadLots(accountId), credits, clock.now().getTime())
      return { from: paying.shares.map((share) => payingLot(share.lot, share.credits)), shortfall: paying.shortfall }
    },
  }
}

function payingLot(lot: LotState, credits: number): PayingLot {
  return { kind: lot.kind, label: lot.label, credits, expiresAt: new Date(lot.expiresAt).toISOString() }
}

function lotView(lot: LotState): LotView {
  return {
    id: lot.id,
    kind: lot.kind,
    label: lot.label,
    granted: lot.granted,
    available: lot.available,
    held: lot.held,
    spent: lot.spent,
    effectiveAt: new Date(lot.effectiveAt).toISOString(),
    expiresAt: new Date(lot.expiresAt).toISOString(),
  }
}
