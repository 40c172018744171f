import type { Clock } from '../platform/clock.ts'
import { ToileError } from '../platform/errors.ts'

const windowMs = 3_600_000
/** Whoever copies a code from paper needs a few; who guesses gets nowhere. */
const triesOfOne = 10
/** A guest costs nothing to make, so all guests together have a budget as well. */
const triesOfGuests = 200
/** Most accounts that are remembered. */
const remembered = 10_000
/** While others of the same account are being looked up, ms. */
const momentMs = 1000

interface Budget {
  readonly most: number
  wrong: number
  underWay: number
  /** When its hour began, ms. */
  since: number
}

/** Bounds how many codes that nobody ever made can be tried, so that codes cannot be guessed. */
export interface WrongTries {
  /**
   * Looks something up, and counts it as wrong where that answers null. Throws `BUSY` with the time to wait where no try is left:
   * then nothing is looked up.
   */
  lookUp<Found>(who: { accountId: string; guest: boolean }, find: () => Promise<Found | null>): Promise<Found | null>
}

/**
 * Kept in memory, an hour long: a mistyped code is not worth a row, and neither a restart nor a second server, which counts for
 * itself, gives a guesser more than a few tries.
 */
export function createWrongTries({ clock }: { clock: Clock }): WrongTries {
  const accounts = new Map<string, Budget>()
  const guests = newBudget(triesOfGuests)

  const budgetOf = (accountId: string): Budget => {
    const budget = accounts.get(accountId) ?? newBudget(triesOfOne)
    // Whoever tried last is forgotten last.
    accounts.delete(accountId)
    accounts.set(accountId, budget)
    const oldest = accounts.keys().next()
    if (accounts.size > remembered && !oldest.done) accounts.delete(oldest.value)
    return budget
  }

  return {
    lookUp: async ({ accountId, guest }, find) => {
      const now = clock.now().getTime()
      const budgets = [budgetOf(accountId), ...(guest ? [guests] : [])]
      const waits = budgets.map((budget) => waitFor(budget, now))
      const retryAfterMs = Math.max(...waits)
      if (retryAfterMs > 0) throw new ToileError('BUSY', { retryAfterMs })
      for (const budget of budgets) budget.underWay++
      try {
        const found = await find()
        if (found === null) for (const budget of budgets) budget.wrong++
        return found
      } finally {
        for (const budget of budgets) budget.underWay--
      }
    },
  }
}

function newBudget(most: number): Budget {
  return { most, wrong: 0, underWay: 0, since: 0 }
}

/** How long until a try is left, ms; begins the next hour where the last one is over. */
function waitFor(budget: Budget, now: number): number {
  if (now - budget.since >= windowMs) Object.assign(budget, { wrong: 0, since: now })
  if (budget.wrong >= budget.most) return budget.since + windowMs - now
  return budget.wrong + budget.underWay >= budget.most ? momentMs : 0
}
