// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useDropped } from './use-dropped'

const taken = vi.fn()
let root: Root
let state = { over: false, refused: false }

function Page() {
  state = useDropped(taken)
  return null
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  taken.mockClear()
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Page />))
})
afterEach(() => act(async () => root.unmount()))

/** A drag as the browser tells it, with files in it. */
async function tell(type: string, files: File[] = []): Promise<Event> {
  const event = new Event(type, { cancelable: true })
  Object.assign(event, { dataTransfer: { types: ['Files'], files }, relatedTarget: null })
  await act(async () => void document.dispatchEvent(event))
  return event
}

test('a file held over the page is welcomed until it leaves', async () => {
  const held = await tell('dragover')
  expect([state.over, held.defaultPrevented]).toEqual([true, true])
  await tell('dragleave')
  expect(state.over).toBe(false)
})

test('of what is dropped the first picture is taken; what is none is said, until a picture comes', async () => {
  const [text, picture] = [new File(['a'], 'a.txt', { type: 'text/plain' }), new File(['b'], 'b.png', { type: 'image/png' })]
  await tell('drop', [text])
  expect([state.refused, taken.mock.calls.length]).toEqual([true, 0])
  await tell('drop', [text, picture])
  expect([state, taken.mock.calls]).toEqual([{ over: false, refused: false }, [[picture]]])
})
