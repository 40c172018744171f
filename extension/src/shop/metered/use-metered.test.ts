import { expect, test } from 'vitest'
import { capTyped, stepTo } from './use-metered'

const off = { state: 'off' as const, cap: 0, used: 0, until: null, owed: null, disputed: false, lost: false, agreed: false }
const on = { ...off, state: 'on' as const, cap: 50 }
const starting = { ...on, state: 'starting' as const }

test('a cap is a whole number from 1 to the most that is offered', () => {
  expect([' 50 ', '1', '1000'].map((text) => capTyped(text, 1000))).toEqual([50, 1, 1000])
  expect(['', '0', '1001', '-5', '2.5', '1e3', 'all'].map((text) => capTyped(text, 1000))).toEqual(Array(7).fill(null))
})

test('saving does what is missing, and nothing where nothing is changed or the cap is none', () => {
  expect(stepTo(off, true, 50)).toBe('enable')
  expect(stepTo(off, true, null)).toBeNull()
  expect(stepTo(off, false, 50)).toBeNull()
  expect(stepTo(on, true, 50)).toBeNull()
  expect(stepTo(on, true, 80)).toBe('set-cap')
  expect(stepTo(on, true, null)).toBeNull()
  expect(stepTo(on, false, null)).toBe('disable')
})

test('what was agreed to and is on its way is not asked for once more', () => {
  const agreed = { ...starting, agreed: true }
  expect([stepTo(agreed, true, 50), stepTo(agreed, true, 80), stepTo(agreed, false, 50)]).toEqual([null, null, null])
})

test('where the tab to agree in was closed, one can go on, with the same cap or another, or give it up', () => {
  expect(stepTo(starting, true, 50)).toBe('enable')
  expect(stepTo(starting, true, 80)).toBe('enable')
  expect(stepTo(starting, false, 50)).toBe('disable')
})

test('where it is stopped and was turned off there is nothing to save', () => {
  const stopped = { ...off, state: 'stopped' as const, disputed: true, lost: true }
  expect([stepTo(stopped, true, 50), stepTo(stopped, false, 50)]).toEqual([null, null])
  expect(stepTo({ ...stopped, cap: 50 }, false, 50)).toBe('disable')
})
