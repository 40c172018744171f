import type { Balance, HistoryPage, LotKind, Lot as LotView, PayingLot } from 'shared'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { CommandResult } from './commands.ts'
import type { Companion } from './companion.ts'
import { readHistory } from './history.ts'
import type { Journal } from './journal.ts'
import { balanceOf, lotsOf, previewOf, readStanding } from './standing.ts'

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
  /** Lots that can pay now, first to be burnt first; then those whose credits are all held. */
  lots(accountId: string): Promise<LotView[]>
  history(accountId: string, page: { cursor?: number | undefined; limit: number }): Promise<HistoryPage>
  /** The balance, and how an amount would be paid from it: by the code that would take it. */
  preview(accountId: string, credits: number): Promise<{ balance: Balance; from: PayingLot[]; shortfall: number }>
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
  return {
    open: async (accountId) => {
      await journal.submit({ type: 'open', accountId, key: 'open' })
    },
    grant: ({ expiresAt, ...grant }, companion) => {
      const times = { effectiveAt: clock.now().getTime(), expiresAt: expiresAt.getTime() }
      return journal.submit({ type: 'grant', ...grant, ...times, priority: 0 }, companion)
    },
    hold: (hold, companion) => journal.submit({ type: 'hold', ...hold }, companion),
    capture: (settlement, companion) => journal.submit({ type: 'capture', ...settlement }, companion),
    release: (settlement, companion) => journal.submit({ type: 'release', ...settlement }, companion),
    balance: async (accountId) => balanceOf(await readStanding(deps, accountId)),
    lots: async (accountId) => lotsOf(await readStanding(deps, accountId)),
    history: (accountId, page) => readHistory(db, accountId, page),
    preview: async (accountId, credits) => previewOf(await readStanding(deps, accountId), credits),
  }
}
