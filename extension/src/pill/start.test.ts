// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import type { PillState } from '../messages'
import { startPill } from './start'

const id = 'jnblbghlihnigpeneedjndeibmbnhdio'
const rest = { note: '', again: false, keys: { pick: null, region: null, gallery: null } }
const state: PillState = { look: 'rest', text: '21', words: 'Toile: 21 credits left', place: null, ...rest }
type Listener = (raw: unknown, sender: { id: string }) => void
let listeners: Listener[] = []
let seats: HTMLElement[] = []
const sendMessage = vi.fn()

/** The parts without their closed shadow root, which no test may look into. */
vi.mock('./draw', () => ({
  draw: () => {
    const [host, seat, pill, text, menu, note, tip] = ['toile-pill', 'div', 'button', 'span', 'div', 'span', 'div'].map((name) =>
      document.createElement(name),
    )
    host?.append(seat ?? '')
    seat?.append(pill ?? '', menu ?? '')
    seats.push(...(seat ? [seat] : []))
    return { host, seat, pill, text, menu, note, tip }
  },
}))

const hear = (told: Partial<PillState>) => {
  for (const listener of listeners) listener({ type: 'bg-page-pill-state', state: { ...state, ...told } }, { id })
}
const seat = () => seats.at(-1)
const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  listeners = []
  seats = []
  sendMessage.mockReset().mockResolvedValue({ ok: true, answer: state })
  const chrome = fakeChrome()
  const onMessage = {
    addListener: (listener: Listener) => listeners.push(listener),
    removeListener: (listener: Listener) => (listeners = listeners.filter((one) => one !== listener)),
  }
  vi.stubGlobal('chrome', { ...chrome, runtime: { ...chrome.runtime, sendMessage, onMessage } })
})
afterEach(() => {
  document.querySelectorAll('toile-pill').forEach((host) => void host.remove())
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('a dead pill of an extension before this one is replaced', async () => {
  document.documentElement.append(document.createElement('toile-pill'))
  startPill()
  await settled()
  expect(document.querySelectorAll('toile-pill')).toHaveLength(1)
  expect(document.querySelector('toile-pill')?.contains(seat() ?? null)).toBe(true)
})

test('hidden in another tab it hides here, and comes back when the options say so', async () => {
  startPill()
  await settled()
  const place = { edge: 'left', along: 0.5, collapsed: false } as const
  hear({ place: { ...place, hidden: true } })
  expect(seat()?.hidden).toBe(true)
  hear({ place: { ...place, hidden: false } })
  expect([seat()?.hidden, seat()?.style.left]).toEqual([false, '16px'])
})

test('news that arrive while it is dragged do not take it out of the hand', async () => {
  startPill()
  await settled()
  const pill = seat()?.querySelector('button')
  if (!pill) throw new Error('No pill')
  pill.setPointerCapture = () => {}
  const point = (type: string, clientX: number) =>
    pill.dispatchEvent(new PointerEvent(type, { clientX, clientY: 300, button: 0, pointerId: 1 }))
  point('pointerdown', innerWidth - 20)
  point('pointermove', 4)
  hear({ words: 'Toile: 20 credits left', place: { edge: 'right', along: 0.5, collapsed: false, hidden: false } })
  expect([pill.title, seat()?.style.left]).toEqual(['Toile: 20 credits left', '16px'])
  point('pointerup', 4)
  expect(sendMessage).toHaveBeenLastCalledWith(
    expect.objectContaining({ type: 'page-bg-pill-place', place: expect.objectContaining({ edge: 'left' }) }),
  )
})

test('a worker that the browser ends over an answer is asked once more, and the pill stays', async () => {
  sendMessage
    .mockReset()
    .mockRejectedValueOnce(new Error('The message port closed'))
    .mockResolvedValue({ ok: true, answer: state })
  startPill()
  await settled()
  expect([document.querySelectorAll('toile-pill').length, seat()?.hidden]).toEqual([1, false])
})

test('where the extension itself has gone, the pill goes', async () => {
  startPill()
  await settled()
  Object.assign(chrome.runtime, { id: undefined })
  sendMessage.mockRejectedValue(new Error('Extension context invalidated'))
  seat()
    ?.querySelector('button')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', shiftKey: true }))
  await settled()
  expect(document.querySelectorAll('toile-pill')).toHaveLength(0)
})

test('that of a page which opens with a modal dialogue outlives the dialogue', async () => {
  const dialog = document.body.appendChild(document.createElement('dialog'))
  const all = document.querySelectorAll.bind(document)
  // This stand-in for a browser knows no modal dialogues.
  vi.spyOn(document, 'querySelectorAll').mockImplementation((selector: string) =>
    all(selector === 'dialog:modal' ? 'dialog' : selector),
  )
  startPill()
  await settled()
  dialog.remove()
  expect(all('toile-pill')).toHaveLength(1)
})
