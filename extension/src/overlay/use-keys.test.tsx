// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { useKeys } from './use-keys'

const [leave, generate] = [vi.fn(), vi.fn()]

function Shown() {
  useKeys(leave, generate)
  return (
    <>
      <textarea />
      <form>
        <input />
      </form>
    </>
  )
}

test('Ctrl or ⌘ with Enter generates, but not out of a form; Escape leaves from anywhere', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = document.body.appendChild(document.createElement('div'))
  await act(async () => createRoot(place).render(<Shown />))
  const press = (where: string, key: KeyboardEventInit) =>
    place.querySelector(where)?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }))
  press('textarea', { key: 'Enter' })
  press('input', { key: 'Enter', ctrlKey: true })
  expect(generate).not.toHaveBeenCalled()
  press('textarea', { key: 'Enter', ctrlKey: true })
  press('textarea', { key: 'Enter', metaKey: true })
  expect(generate).toHaveBeenCalledTimes(2)
  press('input', { key: 'Escape' })
  expect(leave).toHaveBeenCalledOnce()
})
