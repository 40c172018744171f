// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { PaletteEditor } from './palette-editor'

let colours: string[]
let place: HTMLElement

function Editor() {
  const [palette, change] = useState(['#111111', '#777777', '#eeeeee'])
  colours = palette
  return <PaletteEditor palette={palette} named={[]} locked={false} onChange={change} />
}

beforeEach(async () => {
  document.body.replaceChildren()
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  place = document.body.appendChild(document.createElement('div'))
  await act(async () => createRoot(place).render(<Editor />))
})

const inks = () => [...place.querySelectorAll('input')]
const press = (key: string) =>
  act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

test('by keyboard a colour in the middle can be reached, left for what can be done with it, and taken away', async () => {
  await act(async () => inks()[0]?.focus())
  await press('ArrowRight')
  expect(document.activeElement).toBe(inks()[1])
  // Tab stops at this colour only, and goes from it to its buttons.
  expect(inks().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1])
  await act(async () => place.querySelector<HTMLElement>('[aria-label="Remove #777777"]')?.click())
  expect(colours).toEqual(['#111111', '#eeeeee'])
})
