import { describe, expect, test } from 'vitest'
import {
  capture,
  day,
  grant,
  hold,
  refund,
  release,
  setBudget,
  timeOut,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'

const project = { projectId: 'project' }
const withBudget = (limit: number | null, whenUsedUp: 'stop' | 'ask' | 'tell') =>
  walletAfter(grant('lot', 100), setBudget('project', limit, whenUsedUp))

describe('a budget that says stop', () => {
  test('lets holds through up to its limit and none beyond, with or without a yes', () => {
    const wallet = withBudget(10, 'stop')
    wallet.does(hold('a', 7, project))
    const refusal = ['BUDGET_REACHED', { budget: 10, budgetLeft: 3 }]
    expect(wallet.refuses(hold('b', 4, project))).toEqual(refusal)
    expect(wallet.refuses(hold('b', 4, { ...project, overBudget: true }))).toEqual(refusal)
    wallet.does(hold('b', 3, project))
    expect(wallet.used('project')).toBe(10)
  })
})

describe('a budget that asks', () => {
  test('goes over its limit with a yes, this time only', () => {
    const wallet = withBudget(10, 'ask')
    expect(wallet.refuses(hold('a', 12, project))).toEqual(['BUDGET_REACHED', { budget: 10, budgetLeft: 10 }])
    wallet.does(hold('a', 12, { ...project, overBudget: true }))
    expect(wallet.used('project')).toBe(12)
    expect(wallet.refuses(hold('b', 1, project))).toEqual(['BUDGET_REACHED', { budget: 10, budgetLeft: 0 }])
  })
})

test('a budget that only tells never refuses', () => {
  const wallet = withBudget(10, 'tell')
  wallet.does(hold('a', 50, project))
  expect(wallet.used('project')).toBe(50)
})

test('no limit is no limit, but what was used is counted', () => {
  const wallet = withBudget(null, 'stop')
  wallet.does(hold('a', 50, project))
  expect(wallet.used('project')).toBe(50)
})

test('a budget has used what its holds took, less what came back by release, time-out or refund', () => {
  const wallet = withBudget(20, 'stop')
  wallet.does(hold('a', 10, project), capture('a', 4), release('a', 1))
  expect(wallet.used('project')).toBe(9)
  wallet.does(timeOut('a'))
  expect(wallet.used('project')).toBe(4)
  wallet.does(refund('a', 3))
  expect(wallet.used('project')).toBe(1)
})

test('what comes back too late for its lot comes back to the budget all the same', () => {
  const wallet = withBudget(20, 'stop')
  wallet.does(hold('a', 10, project))
  wallet.at(100 * day).does(release('a', 10, 'cancelled'))
  expect(wallet.books('lot')).toEqual({ available: 90, expired: 10 })
  expect(wallet.used('project')).toBe(0)
})

test('a new limit keeps what was used: below it, nothing more goes', () => {
  const wallet = withBudget(20, 'stop')
  wallet.does(hold('a', 10, project), setBudget('project', 5, 'stop'))
  expect(wallet.used('project')).toBe(10)
  expect(wallet.refuses(hold('b', 1, project))).toEqual(['BUDGET_REACHED', { budget: 5, budgetLeft: 0 }])
  wallet.does(setBudget('project', 11, 'stop'), hold('b', 1, project))
})

test('a budget is of its own project alone: other projects, and what is in none, do not touch it', () => {
  const wallet = withBudget(10, 'stop')
  wallet.does(setBudget('other', 5, 'stop'), hold('a', 5, { projectId: 'other' }), hold('b', 30))
  expect([wallet.used('project'), wallet.used('other')]).toEqual([0, 5])
})

test("a project without a budget in this wallet is NOT_FOUND: it may be another account's", () => {
  expect(walletAfter(grant('lot', 5)).refuses(hold('a', 1, { projectId: 'elsewhere' }))).toEqual(['NOT_FOUND', {}])
})

test('too few credits are said before a budget is', () => {
  const wallet = walletAfter(grant('lot', 5), setBudget('project', 1, 'stop'))
  expect(wallet.refuses(hold('a', 6, project))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
})

test('entries of a hold name its project', () => {
  const wallet = withBudget(10, 'stop')
  wallet.does(hold('a', 2, project), capture('a', 1), release('a', 1))
  expect(wallet.entries.slice(-3).map((entry) => entry.projectId)).toEqual(['project', 'project', 'project'])
})
