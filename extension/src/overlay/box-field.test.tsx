// @vitest-environment happy-dom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { Box } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleImage } from '../../testing/generations'
import { Announcer } from '../ui/announce'
import { BoxField } from './box-field'

let box: Box | undefined
let place: HTMLElement
let root: Root

function Field({ locked }: { locked: boolean }) {
  const [set, change] = useState<Box | undefined>([0.2, 0.2, 0.6, 0.6])
  box = set
  return (
    <Announcer>
      <BoxField image={sampleImage()} box={set} locked={locked} onChange={change} />
    </Announcer>
  )
}

async function shown(locked = false): Promise<void> {
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  await act(async () => root.render(<Field locked={locked} />))
}
const mark = () => place.querySelector<HTMLElement>('.box-mark')
const press = (key: string) =>
  act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

beforeEach(() => {
  document.body.replaceChildren()
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})
// What is about to be read aloud goes with the page.
afterEach(() => act(async () => root.unmount()))

test('a box that is deleted by key leaves the focus on the button that adds one', async () => {
  await shown()
  mark()?.focus()
  await press('ArrowLeft')
  expect(box).toEqual([0.19, 0.2, 0.6, 0.6])
  await press('Delete')
  expect(box).toBeUndefined()
  expect(document.activeElement?.textContent).toBe('Add a box')
})

test('while an order is on its way the box stays', async () => {
  await shown(true)
  mark()?.focus()
  await press('Delete')
  expect(box).toBeDefined()
  expect(document.activeElement).toBe(mark())
})
