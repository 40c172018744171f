// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { Stepper } from './stepper'

const onChange = vi.fn()
const draw = async (value: number, locked = false) => {
  document.body.replaceChildren(document.createElement('div'))
  const [place] = document.body.children
  if (place === undefined) throw new Error('There is no place to draw in')
  const stepper = <Stepper label="Images" value={value} least={1} most={8} locked={locked} onChange={onChange} />
  await act(async () => createRoot(place).render(stepper))
  return [...document.querySelectorAll('button')]
}

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  onChange.mockReset()
})

test('at its end a button can keep the focus and changes nothing', async () => {
  const [fewer, more] = await draw(1)
  expect([fewer?.disabled, fewer?.getAttribute('aria-disabled'), more?.getAttribute('aria-disabled')]).toEqual([
    false,
    'true',
    null,
  ])
  fewer?.click()
  expect(onChange).not.toHaveBeenCalled()
  more?.click()
  expect(onChange).toHaveBeenCalledExactlyOnceWith(2)
})

test('locked, it changes nothing at all', async () => {
  for (const button of await draw(4, true)) button.click()
  expect(onChange).not.toHaveBeenCalled()
})
