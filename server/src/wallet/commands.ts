import type { LotKind, WalletSettings, WhenUsedUp } from 'shared'

interface Addressed {
  accountId: string
  /** Made by the client, or from the business fact: the same key never acts twice. */
  key: string
}

export interface OpenCommand extends Addressed {
  type: 'open'
}

/** What the designer wants of the wallet; a field left out stays as it is. */
export interface ConfigureCommand extends Addressed {
  type: 'configure'
  settings: { [name in keyof WalletSettings]?: WalletSettings[name] | undefined }
}

/** New credits from outside. Times are ms. */
export interface GrantCommand extends Addressed {
  type: 'grant'
  lotId: string
  kind: Exclude<LotKind, 'metered'>
  label: string | null
  credits: number
  priority: number
  /** Null: usable from the moment that it is recorded. */
  effectiveAt: number | null
  expiresAt: number
  /** The business fact: the pack bought, a plan's cycle. */
  reference: string | null
  rollover: { max: number; until: number } | null
}

/** The most that pay-as-you-go may spend in a cycle. 0 stops it; what was spent stays spent. */
export interface SetCapCommand extends Addressed {
  type: 'setCap'
  /** For the lot that a higher cap needs. */
  lotId: string
  cycle: string
  label: string | null
  cap: number
  effectiveAt: number
  expiresAt: number
}

/** Sets credits aside before work. */
export interface HoldCommand extends Addressed {
  type: 'hold'
  holdId: string
  memberId: string
  projectId: string | null
  credits: number
  purpose: string
  reference: string
  priceVersion: number | null
  /** The designer's yes to spending of the reserve, this time only. */
  useReserve: boolean
  /** The designer's yes to going over the project's budget, this time only. */
  overBudget: boolean
  /** What the client asked for, as text: the same key with another text is `IDEMPOTENCY_MISMATCH`. */
  payload: string
}

/** What is to be spent, and what the designer said yes to. */
export type Spending = Pick<HoldCommand, 'credits' | 'projectId' | 'useReserve' | 'overBudget'>

/** Spends held credits: the work was delivered. */
export interface CaptureCommand extends Addressed {
  type: 'capture'
  holdId: string
  credits: number
}

/** Whose doing it is that credits come back: ours, or the designer's own. It matters once their lot has ended. */
export type Because = 'failed' | 'cancelled'

/** Gives held credits back to the lots they came from. */
export interface ReleaseCommand extends Addressed {
  type: 'release'
  holdId: string
  credits: number
  because: Because
}

/** Gives back all that is still held: whatever the hold was for will never come. */
export interface TimeOutCommand extends Addressed {
  type: 'timeOut'
  holdId: string
}

/** Captured credits come back to the lots that paid, newest leg first. */
export interface RefundCommand extends Addressed {
  type: 'refund'
  holdId: string
  credits: number
  because: Because
}

/** Books what is left of a lot that has ended: rolled over within its terms, the rest expired. */
export interface ExpireCommand extends Addressed {
  type: 'expire'
  lotId: string
}

/** Ends a plan's or pay-as-you-go cycle, and bills metered use that is on no statement yet. */
export interface CloseCycleCommand extends Addressed {
  type: 'closeCycle'
  cycle: string
  /** When the cycle ends, ms: before it the command is refused. */
  endsAt: number
  /** Bills no use but its own. */
  alone?: boolean | undefined
}

/**
 * A payment was undone, in part or whole. `undone` and `paid` are the provider's cumulative state in the currency's smallest
 * unit, payment refunds and disputes together: when it falls again, a dispute was won and everything comes back.
 */
export interface ClawBackCommand extends Addressed {
  type: 'clawBack'
  lotId: string
  undone: number
  paid: number
  /** Stands in the entries where nothing went back to anybody: a renewal that was never paid. */
  purpose?: 'unpaid' | undefined
}

/** The operator gives credits (a promo lot, which pays a debt first) or, below zero, takes them. */
export interface AdjustCommand extends Addressed {
  type: 'adjust'
  lotId: string
  credits: number
  label: string | null
  expiresAt: number
  /** Names the row that says why. */
  reference: string
}

export interface SetBudgetCommand extends Addressed {
  type: 'setBudget'
  projectId: string
  limit: number | null
  whenUsedUp: WhenUsedUp
  /** What else the client asked for with it, as text: the same key with another text is `IDEMPOTENCY_MISMATCH`. */
  payload?: string | undefined
}

export type Command =
  | OpenCommand
  | ConfigureCommand
  | GrantCommand
  | SetCapCommand
  | HoldCommand
  | CaptureCommand
  | ReleaseCommand
  | TimeOutCommand
  | RefundCommand
  | ExpireCommand
  | CloseCycleCommand
  | ClawBackCommand
  | AdjustCommand
  | SetBudgetCommand

/** What a command answers, and answers again to the same key. */
export interface CommandResult {
  lotId?: string | undefined
  holdId?: string | undefined
  reference?: string | undefined
  /** Metered credits that this cycle's statement bills. */
  billed?: number | undefined
}
