import type { Book, LotKind } from 'shared'

/** A lot as the deciding code sees it. Times are ms since 1970; amounts are credits. */
export interface LotState {
  readonly id: string
  readonly kind: LotKind
  readonly label: string | null
  readonly priority: number
  readonly granted: number
  readonly available: number
  readonly held: number
  readonly spent: number
  readonly expired: number
  readonly clawedBack: number
  readonly moved: number
  readonly repaid: number
  readonly effectiveAt: number
  readonly expiresAt: number
  readonly createdAt: number
}

/** The share of a hold that one lot carries, in burn order. */
export interface LegState {
  readonly lotId: string
  readonly amount: number
  readonly captured: number
  readonly released: number
}

export interface HoldState {
  readonly id: string
  readonly memberId: string
  readonly purpose: string
  readonly reference: string
  readonly amount: number
  readonly captured: number
  readonly released: number
  readonly createdAt: number
  readonly finishedAt: number | null
  readonly legs: readonly LegState[]
}

/** One wallet: the lots that have credits to spend or held, and the holds that the waiting commands name. */
export interface WalletState {
  readonly accountId: string
  readonly createdAt: number
  readonly lastCommandAt: number
  readonly entryCount: number
  readonly afterLastGrant: number
  readonly lots: readonly LotState[]
  readonly holds: readonly HoldState[]
}

/** One movement: `amount` credits of a lot leave one book for another. */
export interface EntryState {
  readonly sequence: number
  readonly lotId: string
  readonly holdId: string | null
  readonly from: Book
  readonly to: Book
  readonly amount: number
  readonly purpose: string | null
  readonly reference: string | null
}
