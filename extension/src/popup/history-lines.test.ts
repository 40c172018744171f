import type { Book, HistoryEntry } from 'shared'
import { expect, test } from 'vitest'
import { historyLines, wholeLines } from './history-lines'

const trial = { kind: 'trial', label: null, source: 'grant', renews: false } as const
const pack = { kind: 'pack', label: '100', source: 'grant', renews: false } as const
const plan = { kind: 'plan', label: '30', source: 'grant', renews: false } as const
const grace = { ...trial, source: 'grace' } as const
const metered = { kind: 'metered', label: null, source: 'grant', renews: false } as const

function entries(
  ...moves: [from: Book, to: Book, credits: number, reference?: string | null, lot?: HistoryEntry['lot']][]
): HistoryEntry[] {
  const made = moves.map(([from, to, credits, reference = null, lot = trial], index) => ({
    sequence: index + 1,
    at: `2026-11-22T10:0${index}:00Z`,
    from,
    to,
    credits,
    lot,
    holdId: null,
    projectId: null,
    purpose: reference?.startsWith('g') ? 'generate' : null,
    reference,
  }))
  return made.reverse()
}

test('all that a generation moved is one line', () => {
  const lines = historyLines(
    entries(
      ['available', 'held', 4, 'g1'],
      ['held', 'spent', 1, 'g1'],
      ['held', 'spent', 2, 'g1'],
      ['held', 'available', 1, 'g1'],
    ),
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ kind: 'generation', operation: 'generate', used: 3, returned: 1, held: 0 })
})

test('credits set aside show until they are settled', () => {
  const [line] = historyLines(entries(['available', 'held', 4, 'g1'], ['held', 'spent', 1, 'g1']))
  expect(line).toMatchObject({ used: 1, held: 3, returned: 0 })
})

test('a refund makes the use smaller', () => {
  const [line] = historyLines(
    entries(['available', 'held', 2, 'g1'], ['held', 'spent', 2, 'g1'], ['spent', 'available', 1, 'g1']),
  )
  expect(line).toMatchObject({ used: 1, returned: 1, held: 0 })
})

test('lots are named once, in the order in which they paid', () => {
  const [line] = historyLines(
    entries(['held', 'spent', 3, 'g1', trial], ['held', 'spent', 1, 'g1', pack], ['held', 'spent', 1, 'g1', pack]),
  )
  expect(line).toMatchObject({ lots: [trial, pack] })
})

test('grants and expiries are lines of their own, newest first', () => {
  const lines = historyLines(
    entries(['issued', 'available', 25], ['issued', 'available', 100, 'pack:checkout', pack], ['available', 'expired', 3]),
  )
  expect(lines.map(({ kind }) => kind)).toEqual(['expired', 'granted', 'granted'])
})

test('a generation that a page cut through waits until the rest of it is read', () => {
  const all = entries(['available', 'held', 2, 'g1'], ['held', 'spent', 1, 'g1'], ['held', 'spent', 1, 'g1'])
  expect(wholeLines(historyLines(all.slice(0, 2)))).toEqual([])
  expect(wholeLines(historyLines(all))).toHaveLength(1)
})

test('what came back late is told by its generation, once, and its new lot is no grant', () => {
  const late = entries(
    ['available', 'held', 4, 'g1'],
    ['held', 'moved', 1, 'g1'],
    ['issued', 'available', 1, 'g1', grace],
    ['held', 'expired', 2, 'g1'],
    ['held', 'clawedBack', 1, 'g1'],
  )
  const lines = historyLines(late.map((entry) => ({ ...entry, holdId: 'hold-0001' })))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ used: 0, held: 0, returned: 1, lapsed: 2, withdrawn: 1, lots: [trial] })
})

test('every other way in which credits come and go is a line of its own, under its own name', () => {
  const lines = historyLines(
    entries(
      ['available', 'expired', 3, 'pack:checkout', pack],
      ['available', 'moved', 5, 'cycle:1', { ...pack, kind: 'plan' }],
      ['issued', 'available', 5, 'cycle:1', { ...pack, kind: 'plan', source: 'rollover' }],
      ['available', 'clawedBack', 2, 'pack:checkout', pack],
      ['available', 'repaid', 2, null, pack],
      ['clawedBack', 'moved', 2, 'pack:checkout', pack],
      ['issued', 'available', 50, 'cycle:2', metered],
      ['available', 'expired', 9, 'cycle:2', metered],
    ),
  )
  const told = ['expired', 'carried', 'clawed-back', 'repaid', 'restored', 'allowed', 'unused']
  expect(lines.map(({ kind }) => kind)).toEqual(told.toReversed())
})

test('credits of a renewal that failed are told apart from those of a payment undone', () => {
  const [entry] = entries(['available', 'clawedBack', 120, 'cycle:1', { ...pack, kind: 'plan' }])
  const kinds = [null, 'unpaid'].flatMap((purpose) => historyLines(entry ? [{ ...entry, purpose }] : []).map(({ kind }) => kind))
  expect(kinds).toEqual(['clawed-back', 'unpaid'])
})

test('a plan’s reset is one line with what was left of the cycle before', () => {
  const renewed = { ...plan, renews: true }
  const lines = historyLines(
    entries(
      ['issued', 'available', 30, 'cycle:1', plan],
      ['available', 'expired', 3, 'cycle:1', plan],
      ['issued', 'available', 30, 'cycle:2', renewed],
      ['available', 'expired', 2, 'pack:1', pack],
    ),
  )
  expect(lines).toMatchObject([
    { kind: 'expired', credits: 2, lot: pack },
    { kind: 'granted', credits: 30, lot: renewed, ended: 3 },
    { kind: 'granted', credits: 30, lot: plan, ended: 0 },
  ])
})

test('a plan’s end without a reset is a line of its own', () => {
  const lines = historyLines(entries(['issued', 'available', 30, 'cycle:1', plan], ['available', 'expired', 3, 'cycle:1', plan]))
  expect(lines.map(({ kind }) => kind)).toEqual(['expired', 'granted'])
})

test('what the operator gives and takes is told as a correction, not as a purchase or an end', () => {
  const moved = entries(['issued', 'available', 5], ['available', 'expired', 2])
  const lines = historyLines(moved.map((entry) => ({ ...entry, purpose: 'adjustment' })))
  expect(lines.map(({ kind }) => kind)).toEqual(['taken', 'given'])
})

/** A plan of three months, of which nothing was used: each month's end, oldest first, and the credits of the next. */
function idle(...moments: string[]): HistoryEntry[] {
  const renewed = { ...plan, renews: true }
  const moves = entries(
    ['issued', 'available', 30, 'cycle:1', plan],
    ['available', 'expired', 30, 'cycle:1', plan],
    ['issued', 'available', 30, 'cycle:2', renewed],
    ['available', 'expired', 30, 'cycle:2', plan],
    ['issued', 'available', 30, 'cycle:3', renewed],
  )
  return moves.map((entry) => ({ ...entry, at: `2026-${moments[entry.sequence - 1]}:00Z` })).slice(-moments.length)
}

test('of months in which nothing was used each reset tells what the month before it left, once', () => {
  const lines = historyLines(idle('09-01T10:00', '10-01T10:00', '10-01T10:01', '11-01T10:00', '11-01T10:01'))
  expect(lines).toMatchObject([
    { kind: 'granted', ended: 30 },
    { kind: 'granted', ended: 30 },
    { kind: 'granted', ended: 0 },
  ])
})

test('the end of a plan is no part of the reset a month before it', () => {
  const lines = historyLines(idle('09-01T10:00', '10-01T10:00', '10-01T10:01', '11-01T10:00'))
  expect(lines).toMatchObject([{ kind: 'expired', credits: 30 }, { kind: 'granted', ended: 30 }, { kind: 'granted' }])
})

test('what a plan and its upgrade left over is told by one reset', () => {
  const lines = historyLines(
    entries(
      ['issued', 'available', 30, 'cycle:1', plan],
      ['available', 'expired', 3, 'cycle:1', plan],
      ['available', 'expired', 4, 'cycle:1', { ...plan, label: '90' }],
      ['issued', 'available', 120, 'cycle:2', { ...plan, renews: true }],
    ),
  )
  expect(lines).toMatchObject([
    { kind: 'granted', ended: 7 },
    { kind: 'granted', ended: 0 },
  ])
})
