import { expect, test } from 'vitest'
import { type Deed, isMeant, nothingSeen, type Place, type Seen, type Sight, see } from './sight'

const home: Place = { x: 800, y: 100 }
const at = (x: number, panelAt = home) => ({ inPanel: { x, y: 300 }, panelAt })
const after = (...seen: Seen[]) => seen.reduce<Sight>(see, nothingSeen)
const shown: Seen = { type: 'panel', inPlainSight: true, at: 0 }
const moves: Seen[] = [
  { type: 'pointer', pointer: at(40), at: 400 },
  { type: 'pointer', pointer: at(50), at: 410 },
]
const click = (ms: number, change: Partial<Deed> = {}): Deed => ({ trusted: true, pointer: at(50), at: ms, ...change })
const key = (ms: number): Deed => click(ms, { pointer: null })

test('a click counts once the panel was in plain sight for 800 ms and the pointer moved over it for 500 ms', () => {
  const sight = after(shown, ...moves)
  expect(isMeant(sight, click(909))).toBe(false)
  expect(isMeant(sight, click(910))).toBe(true)
  expect(isMeant(after({ ...shown, at: 200 }, ...moves), click(910))).toBe(false)
})

test('a click that no person made never counts', () => {
  expect(isMeant(after(shown, ...moves), click(5_000, { trusted: false }))).toBe(false)
})

test('a panel that was covered or faded, if only for a moment, has to be seen anew', () => {
  const covered = after(shown, ...moves, { type: 'panel', inPlainSight: false, at: 2_000 })
  expect(isMeant(covered, click(2_001))).toBe(false)
  const again = see(covered, { type: 'panel', inPlainSight: true, at: 2_100 })
  expect(isMeant(again, click(2_899))).toBe(false)
  expect(isMeant(again, click(2_900))).toBe(true)
})

test('a panel that comes under a resting pointer takes no click of it, however long it lies there', () => {
  const resting = after(shown, { type: 'pointer', pointer: at(50), at: 400 }, { type: 'pointer', pointer: at(50), at: 900 })
  expect(isMeant(resting, click(9_000))).toBe(false)
})

test('a panel that is moved begins anew, slowly or at once', () => {
  const elsewhere = { x: 760, y: 100 }
  const slid = after(shown, ...moves, { type: 'pointer', pointer: at(90, elsewhere), at: 1_000 })
  expect(isMeant(slid, click(2_000, { pointer: at(90, elsewhere) }))).toBe(false)
  expect(isMeant(after(shown, ...moves), click(2_000, { pointer: at(90, elsewhere) }))).toBe(false)
  const creeping = Array.from({ length: 10 }, (_, step): Seen => {
    return { type: 'pointer', pointer: at(50 + step, { x: 800 - step, y: 100 }), at: 420 + step }
  })
  expect(isMeant(after(shown, ...moves, ...creeping), click(912, { pointer: at(59, { x: 791, y: 100 }) }))).toBe(false)
})

test('a pointer that left has to come back for as long', () => {
  expect(isMeant(after(shown, ...moves, { type: 'pointer-left' }), click(5_000))).toBe(false)
})

test('a key counts once the focus was in the panel for 500 ms, and not after it left', () => {
  const focused = after(shown, { type: 'focus', at: 400 }, { type: 'focus', at: 700 })
  expect(isMeant(focused, key(899))).toBe(false)
  expect(isMeant(focused, key(900))).toBe(true)
  expect(isMeant(see(focused, { type: 'blur' }), key(2_000))).toBe(false)
  expect(isMeant(after(shown, ...moves), key(2_000))).toBe(false)
  expect(isMeant(focused, click(2_000))).toBe(false)
})
