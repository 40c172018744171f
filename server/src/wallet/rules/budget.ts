import assert from 'node:assert/strict'
import { ToileError } from '../../platform/errors.ts'
import type { Books } from '../books.ts'
import type { CommandResult, SetBudgetCommand, Spending } from '../commands.ts'
import type { BudgetState, HoldState } from '../state.ts'

/** A limit is on what a project may hold and spend; it is no purchase and touches no lot. */
export function setBudget(books: Books, { projectId, limit, whenUsedUp }: SetBudgetCommand): CommandResult {
  assert(limit === null || (Number.isInteger(limit) && limit >= 0), 'a budget is of whole credits')
  const used = books.findBudget(projectId)?.used ?? 0
  books.setBudget({ projectId, limit, used, whenUsedUp })
  return { reference: projectId }
}

/** Why a project's budget does not allow a hold, or null where it does. Holds count from the moment they are made. */
export function budgetRefusal(budgets: readonly BudgetState[], { projectId, credits, overBudget }: Spending): ToileError | null {
  if (projectId === null) return null
  const budget = budgets.find((candidate) => candidate.projectId === projectId)
  if (budget === undefined) return new ToileError('NOT_FOUND')
  if (budget.limit === null || budget.used + credits <= budget.limit) return null
  if (budget.whenUsedUp === 'tell' || (budget.whenUsedUp === 'ask' && overBudget)) return null
  return new ToileError('BUDGET_REACHED', { budget: budget.limit, budgetLeft: Math.max(0, budget.limit - budget.used) })
}

/** What comes back to the wallet comes back to the project's budget. */
export function returnToBudget(books: Books, held: HoldState, credits: number): void {
  if (held.projectId === null || credits === 0) return
  const budget = books.findBudget(held.projectId)
  assert(budget !== undefined && budget.used >= credits, `the budget of hold ${held.id} was not loaded`)
  books.setBudget({ ...budget, used: budget.used - credits })
}
