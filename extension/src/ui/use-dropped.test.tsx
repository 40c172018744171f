// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useDropped } from './use-dropped'

const taken = vi.fn()
const refused = vi.fn()
let root: Root
let over = false

function Page() {
  over = useDropped(taken, refused)
  return null
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  taken.mockClear()
  refused.mockClear()
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
  expect([over, held.defaultPrevented]).toEqual([true, true])
  await tell('dragleave')
  expect(over).toBe(false)
})

test('of what is dropped the first picture is taken; where none of it is one, that is said', async () => {
  const [text, picture] = [new File(['a'], 'a.txt', { type: 'text/plain' }), new File(['b'], 'b.png', { type: 'image/png' })]
  await tell('drop', [text])
  expect([refused.mock.calls.length, taken.mock.calls.length]).toEqual([1, 0])
  await tell('drop', [text, picture])
  expect([refused.mock.calls.length, taken.mock.calls]).toEqual([1, [[picture]]])
})

test('words that are pasted into a field stay words, also where a picture of them comes along; elsewhere it is the picture', async () => {
  const picture = new File(['b'], 'b.png', { type: 'image/png' })
  const paste = async (where: Element, types: string[]) => {
    const event = new Event('paste', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { types, files: [picture] } })
    await act(async () => void where.dispatchEvent(event))
    return event.defaultPrevented
  }
  const field = document.body.appendChild(document.createElement('textarea'))
  expect([await paste(field, ['text/plain', 'Files']), taken.mock.calls.length]).toEqual([false, 0])
  expect([await paste(field, ['Files']), await paste(document.body, ['text/plain', 'Files'])]).toEqual([true, true])
  expect(taken).toHaveBeenCalledTimes(2)
})
