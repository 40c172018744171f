import { type AlertDetails, lowWarnings } from 'shared'
import { spendable } from '../wallet/rules/burn-order.ts'
import { runningCap } from '../wallet/rules/running-cap.ts'
import type { BudgetState, WalletState } from '../wallet/state.ts'
import type { Step } from '../wallet/witness.ts'

/** Something that is so in a wallet at one moment, and that its designer should know. */
export interface Notice {
  /** The lot, project or cycle it is about; of `low`, which of the two warnings. */
  subject: string
  /** The threshold as it was set: credits, percent or days. */
  level: number
  details: AlertDetails
}

export interface Crossings {
  raised: Notice[]
  resolved: Notice[]
}

/** Shares of a cap or a budget, in percent, at which the designer is told. */
const shareLevels = [80, 100]

/**
 * What began and what ceased to be so from one command to the next. Each wallet is judged at its own last command, so that
 * time counts, too, and steps join without a gap: in one batch or in many, the crossings are the same.
 */
export function crossings({ before, after }: Step): Crossings {
  // A wallet that is just being opened has fallen below nothing.
  if (before === null) return { raised: [], resolved: [] }
  const changed = after.budgets.filter((budget) => !before.budgets.includes(budget)).map((budget) => budget.projectId)
  const was = noticesOf(before, changed)
  const is = noticesOf(after, changed)
  return { raised: without(is, was), resolved: without(was, is) }
}

function without(some: Notice[], others: Notice[]): Notice[] {
  return some.filter((one) => !others.some((other) => isSame(one, other)))
}

/** The low warnings stay the same when the designer or a grant moves their threshold. */
function isSame(a: Notice, b: Notice): boolean {
  return a.details.kind === b.details.kind && a.subject === b.subject && (a.details.kind === 'low' || a.level === b.level)
}

function noticesOf(wallet: WalletState, projectIds: string[]): Notice[] {
  const now = wallet.lastCommandAt
  const budgets = wallet.budgets.filter((budget) => projectIds.includes(budget.projectId))
  return [...lowNotices(wallet, now), ...meteredNotices(wallet, now), ...budgets.flatMap(budgetNotices)]
}

function lowNotices(wallet: WalletState, now: number): Notice[] {
  const { afterLastGrant, reserve, lots } = wallet
  const credits = spendable(lots, now)
  return lowWarnings({ credits, afterLastGrant }, wallet).map(({ of, level, threshold }) => {
    return { subject: of, level, details: { kind: 'low', of, credits, threshold, reserve } }
  })
}

/** Of the cycle that runs: how much of the cap is held or spent. */
function meteredNotices({ lots }: WalletState, now: number): Notice[] {
  const running = runningCap(lots, now)
  if (running === null) return []
  const { cycle, used, cap } = running
  const until = new Date(running.until).toISOString()
  return reached(used, cap).map((percent) => {
    return { subject: cycle, level: percent, details: { kind: 'metered', percent, used, cap, until } }
  })
}

function budgetNotices({ projectId, limit, used }: BudgetState): Notice[] {
  if (limit === null) return []
  const levels = reached(used, limit)
  return levels.map((percent) => ({
    subject: projectId,
    level: percent,
    details: { kind: 'budget', percent, projectId, used, limit },
  }))
}

function reached(used: number, limit: number): number[] {
  return shareLevels.filter((level) => used > 0 && used * 100 >= level * limit)
}
