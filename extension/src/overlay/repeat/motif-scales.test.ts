import { acrossFor, type Laid, usualAcross } from 'shared'
import { expect, test } from 'vitest'
import { scaleAt, scalesOf, stepOf } from './motif-scales'

const laid: Laid[] = ['block', 'half-drop', 'brick', 'mirror']

test.each(laid)('each step of %s is made in the size that it says, and no two are alike', (layout) => {
  const across = scalesOf(layout).map((_, step) => acrossFor(layout, usualAcross, scaleAt(layout, step) ?? null))
  expect(across).toEqual(scalesOf(layout).map((scale) => usualAcross / scale))
})

test.each([...laid, 'toss' as const])('%s stands at the step that was chosen, and at 1 to begin with', (layout) => {
  const steps = scalesOf(layout).map((_, step) => step)
  expect(steps.map((step) => stepOf(layout, scaleAt(layout, step)))).toEqual(steps)
  expect(scalesOf(layout)[stepOf(layout, undefined)]).toBe(1)
})

test('a size that was chosen for a toss stands, in another layout, at the step at which it is made', () => {
  expect(scalesOf('half-drop')[stepOf('half-drop', 1.5)]).toBe(1)
  expect(scalesOf('half-drop')[stepOf('half-drop', 0.75)]).toBe(0.5)
  expect(scalesOf('block')[stepOf('block', 1.5)]).toBe(2)
})
