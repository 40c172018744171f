import type { Book, HistoryEntry } from 'shared'
import { expect, test } from 'vitest'
import { historyLines, wholeLines } from './history-lines'

const trial = { kind: 'trial', label: null } as const
const pack = { kind: 'pack', label: '100' } as const

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
    purpose: reference === null ? null : 'generate',
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
