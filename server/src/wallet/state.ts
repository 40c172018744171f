import type { Book, LotKind, LotSource, WalletSettings, WhenUsedUp } from 'shared'

/** Where a lot's credits can stand. `issued` is outside: the granted credits themselves. */
export type Column = Exclude<Book, 'issued'>

/** A lot as the deciding code sees it. Times are ms since 1970; amounts are credits. */
export interface LotState extends Readonly<Record<Column, number>> {
  readonly id: string
  readonly kind: LotKind
  readonly source: LotSource
  /** The granted lot that a moved one descends from, however many steps lie between. */
  readonly originId: string | null
  readonly reference: string | null
  readonly label: string | null
  readonly priority: number
  readonly granted: number
  /** Of `spent` and `repaid`: the payment was undone, so it is owed. */
  readonly owed: number
  /** Of `held`: the payment was undone; owed when captured, taken when released. */
  readonly claimed: number
  /** Of `spent` of a metered lot: already on a statement. */
  readonly billed: number
  /** What the designer set for the cycle of a metered lot; null for every other kind. */
  readonly cap: number | null
  /** Since when credits of it are taken, clawed back or repaid. */
  readonly takenAt: number | null
  /** What is left at the end rolls over, up to `max` credits, to a lot that ends at `until`. */
  readonly rollover: { readonly max: number; readonly until: number } | null
  readonly effectiveAt: number
  readonly expiresAt: number
  readonly createdAt: number
  /** Set while only a command that names the lot could touch it. */
  readonly closedAt: number | null
}

/** The share of a hold that one lot carries, in burn order. `refunded` is a part of `captured`. */
export interface LegState {
  readonly lotId: string
  readonly amount: number
  readonly captured: number
  readonly released: number
  readonly refunded: number
}

export interface HoldState {
  readonly id: string
  readonly memberId: string
  readonly projectId: string | null
  readonly purpose: string
  readonly reference: string
  readonly priceVersion: number | null
  readonly amount: number
  readonly captured: number
  readonly released: number
  readonly refunded: number
  readonly createdAt: number
  readonly finishedAt: number | null
  readonly legs: readonly LegState[]
}

export interface BudgetState {
  readonly projectId: string
  /** Credits; null is no limit. */
  readonly limit: number | null
  /** Credits of its holds, less what came back. */
  readonly used: number
  readonly whenUsedUp: WhenUsedUp
}

/** One wallet: its open lots, and the lots, holds and budgets that the waiting commands name. */
export interface WalletState extends Readonly<WalletSettings> {
  readonly accountId: string
  readonly createdAt: number
  readonly lastCommandAt: number
  readonly entryCount: number
  readonly afterLastGrant: number
  /** What all lots owe, less what lots repaid. */
  readonly debt: number
  readonly lots: readonly LotState[]
  readonly holds: readonly HoldState[]
  readonly budgets: readonly BudgetState[]
}

/** One movement: `amount` credits of a lot leave one book for another. */
export interface EntryState {
  readonly sequence: number
  readonly lotId: string
  readonly holdId: string | null
  readonly projectId: string | null
  readonly from: Book
  readonly to: Column
  readonly amount: number
  readonly purpose: string | null
  readonly reference: string | null
}
