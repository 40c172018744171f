import { describe, expect, test } from 'vitest'
import type { BudgetState, LotState, WalletState } from '../wallet/state.ts'
import { crossings } from './crossings.ts'

const start = Date.parse('2026-11-22T09:00:00.000Z')
const dayMs = 86_400_000

const books = { held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0, owed: 0, claimed: 0, billed: 0 }

function lot(available: number, more: Partial<LotState> = {}): LotState {
  const origin = { kind: 'pack' as const, source: 'grant' as const, originId: null, reference: null, label: null, priority: 0 }
  const cap = more.kind === 'metered' ? 50 : null
  const times = { effectiveAt: start, expiresAt: start + 30 * dayMs, createdAt: start, closedAt: null, takenAt: null }
  return { id: 'lot-1', ...origin, granted: available, available, ...books, cap, rollover: null, ...times, ...more }
}

/** A cap of 50, of which so many are used. */
const metered = (used: number, more: Partial<LotState> = {}) =>
  lot(50 - used, { id: 'metered', kind: 'metered', reference: 'cycle-1', granted: 50, held: used, ...more })

function wallet(more: Partial<WalletState>): WalletState {
  const settings = { reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC' }
  const counters = { entryCount: 0, afterLastGrant: 100, debt: 0, createdAt: start, lastCommandAt: start }
  return { accountId: 'account-1', ...settings, ...counters, lots: [], holds: [], budgets: [], ...more }
}

const budget = (used: number, limit: number | null = 10): BudgetState => {
  return { projectId: 'project-1', limit, used, whenUsedUp: 'stop' }
}

/** What is told of two moments: [raised, resolved] as kind, subject and level. */
function told(before: Partial<WalletState> | null, after: Partial<WalletState>) {
  const step = { before: before && wallet(before), after: wallet(after), now: start }
  const { raised, resolved } = crossings(step)
  return [raised, resolved].map((notices) => notices.map(({ details, subject, level }) => `${details.kind} ${subject} ${level}`))
}

const nothing = [[], []]

describe('a low balance', () => {
  test.each([
    ['21 of 100 is more than 20 %', 100, 21, nothing],
    ['20 of 100 is low', 100, 20, [['low percent 20'], []]],
    ['from low to lower is no crossing', 20, 6, nothing],
    ['6 is more than 5 credits', 19, 6, nothing],
    ['5 is low', 19, 5, [['low credits 5'], []]],
    ['from 5 to 4 is no crossing', 5, 4, nothing],
    ['both at once', 100, 0, [['low percent 20', 'low credits 5'], []]],
    ['credits arrive', 5, 21, [[], ['low percent 20', 'low credits 5']]],
    ['some credits arrive', 5, 6, [[], ['low credits 5']]],
  ])('%s', (_name, before, after, expected) => {
    expect(told({ lots: [lot(before)] }, { lots: [lot(after)] })).toEqual(expected)
  })

  test('tells what is left, what it fell to or below, in whole credits, and what is kept back', () => {
    const of33 = { afterLastGrant: 33, reserve: 3, lowCredits: 0 }
    const step = { before: wallet({ lots: [lot(7)], ...of33 }), after: wallet({ lots: [lot(6)], ...of33 }), now: start }
    const details = { kind: 'low', of: 'percent', credits: 6, threshold: 6, reserve: 3 }
    expect(crossings(step).raised).toEqual([{ subject: 'percent', level: 20, details }])
  })

  test('0 turns a warning off', () => {
    const off = { lowPercent: 0, lowCredits: 0 }
    expect(told({ lots: [lot(100)], ...off }, { lots: [], ...off })).toEqual(nothing)
  })

  test('a grant moves the share, lifts what it covers and raises nothing by itself', () => {
    expect(told({ lots: [lot(3)] }, { lots: [lot(3), lot(7, { id: 'lot-2' })], afterLastGrant: 10 })).toEqual([
      [],
      ['low percent 20', 'low credits 5'],
    ])
    expect(told({ lots: [lot(3)] }, { lots: [lot(4)], afterLastGrant: 4 })).toEqual([[], ['low percent 20']])
    expect(told({ lots: [], afterLastGrant: 0 }, { lots: [lot(3)], afterLastGrant: 3 })).toEqual(nothing)
  })

  test('a wallet that is just being opened is not low', () => {
    expect(told(null, { afterLastGrant: 0 })).toEqual(nothing)
  })

  test('a threshold that is moved raises and resolves only what it changes', () => {
    expect(told({ lots: [lot(19)] }, { lots: [lot(19)], lowPercent: 50 })).toEqual(nothing)
    expect(told({ lots: [lot(30)] }, { lots: [lot(30)], lowPercent: 50 })).toEqual([['low percent 50'], []])
    expect(told({ lots: [lot(19)] }, { lots: [lot(19)], lowPercent: 10 })).toEqual([[], ['low percent 20']])
  })

  test('time counts: a lot that ended since the last command is a fall', () => {
    const lots = [lot(100)]
    expect(told({ lots }, { lots, lastCommandAt: start + 30 * dayMs - 1 })).toEqual(nothing)
    expect(told({ lots }, { lots, lastCommandAt: start + 30 * dayMs })).toEqual([['low percent 20', 'low credits 5'], []])
  })

  test('pay-as-you-go is no balance', () => {
    expect(told({ lots: [lot(30), metered(0)] }, { lots: [lot(0), metered(0)] })[0]).toEqual(['low percent 20', 'low credits 5'])
  })
})

describe('a pay-as-you-go cap', () => {
  const full = lot(100)
  const lots = (used: number, more: Partial<LotState> = {}) => ({ lots: [full, metered(used, more)] })

  test.each([
    ['39 of 50 is not 80 %', 0, 39, nothing],
    ['40 of 50 is', 39, 40, [['metered cycle-1 80'], []]],
    ['all of it', 40, 50, [['metered cycle-1 100'], []]],
    ['both at once', 0, 50, [['metered cycle-1 80', 'metered cycle-1 100'], []]],
    ['credits come back', 50, 39, [[], ['metered cycle-1 80', 'metered cycle-1 100']]],
  ])('%s', (_name, before, after, expected) => {
    expect(told(lots(before), lots(after))).toEqual(expected)
  })

  test('a lot that a stopped cap closed says nothing any more', () => {
    const closed = lot(0, {
      id: 'closed',
      kind: 'metered',
      reference: 'cycle-1',
      granted: 10,
      expired: 10,
      closedAt: start,
      cap: 0,
    })
    const again = metered(5, { id: 'metered-2', createdAt: start + 1 })
    expect(told({ lots: [full, closed] }, { lots: [full, closed, again] })).toEqual(nothing)
  })

  test('a higher cap resolves it', () => {
    const more = metered(0, { id: 'metered-2', available: 20, granted: 20, cap: 70 })
    expect(told(lots(40), { lots: [full, metered(40, { cap: 70 }), more] })).toEqual([[], ['metered cycle-1 80']])
  })

  test('its cycle ends, and with it what was said of it', () => {
    const ends = { expiresAt: start + 10 }
    const next = metered(45, { id: 'metered-2', reference: 'cycle-2', effectiveAt: start + 10 })
    const after = { lots: [full, metered(40, ends), next], lastCommandAt: start + 10 }
    expect(told(lots(40, ends), after)).toEqual([['metered cycle-2 80'], ['metered cycle-1 80']])
  })
})

describe("a project's budget", () => {
  const full = { lots: [lot(100)] }
  test.each([
    ['7 of 10 is not 80 %', budget(0), budget(7), nothing],
    ['8 of 10 is', budget(7), budget(8), [['budget project-1 80'], []]],
    ['all of it', budget(8), budget(10), [['budget project-1 100'], []]],
    ['beyond is no crossing', budget(10), budget(12), nothing],
    ['credits come back', budget(10), budget(9), [[], ['budget project-1 100']]],
    ['the limit is raised', budget(10), budget(10, 20), [[], ['budget project-1 80', 'budget project-1 100']]],
    ['the limit is taken away', budget(10), budget(10, null), [[], ['budget project-1 80', 'budget project-1 100']]],
    ['no limit', budget(0, null), budget(500, null), nothing],
    ['a limit of nothing, nothing used', budget(0), budget(0, 0), nothing],
    ['a limit of nothing, used all the same', budget(0, 0), budget(1, 0), [['budget project-1 80', 'budget project-1 100'], []]],
  ])('%s', (_name, before, after, expected) => {
    expect(told({ ...full, budgets: [before] }, { ...full, budgets: [after] })).toEqual(expected)
  })

  test('one that was not touched says nothing', () => {
    const untouched = budget(10)
    expect(told({ ...full, budgets: [untouched] }, { ...full, budgets: [untouched] })).toEqual(nothing)
  })
})
