// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { showButton } from './show-button'

/** What lies under the pointer: this stand-in for a browser has no layout. */
let under: Element | null = null
vi.mock('../acquire/at-point', () => ({ pictureAt: () => under }))
vi.mock('./free-corner', () => ({ freeCorner: (_: Element, { x, y }: { x: number; y: number }) => ({ left: x, top: y }) }))
/** Without its closed shadow root, which no test may look into. */
vi.mock('./draw', () => ({ draw: () => ({ host: document.createElement('toile-image'), seat: document.createElement('div') }) }))

const { placed } = vi.hoisted(() => ({ placed: vi.fn() }))
vi.mock('../page-tool/element', async (original) => ({
  ...(await original<object>()),
  placeAt: (_: unknown, at: object) => placed(at),
}))

const picture = (left: number, top: number, right: number, bottom: number): Element => {
  const element = document.body.appendChild(document.createElement('img'))
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue({ left, top, right, bottom } as DOMRect)
  return element
}
const shown = () => document.querySelector('toile-image') !== null
const controller = () => new AbortController()

beforeEach(() => {
  placed.mockReset()
  vi.stubGlobal('chrome', fakeChrome())
})
afterEach(() => {
  document.body.replaceChildren()
  document.querySelector('toile-image')?.remove()
  vi.unstubAllGlobals()
})

test('it stands on the picture that the pointer rests on, and goes when the pointer leaves that', () => {
  const rested = showButton({ isOff: () => false, signal: controller().signal, gone: () => {}, x: 0, y: 0 })
  under = picture(100, 100, 300, 300)
  rested(150, 150)
  expect(shown()).toBe(true)
  dispatchEvent(new PointerEvent('pointermove', { clientX: 350, clientY: 150 }))
  expect(shown()).toBe(false)
})

test('a picture that lies on another one (a background of the whole page) has the button when the pointer rests on it', () => {
  const rested = showButton({ isOff: () => false, signal: controller().signal, gone: () => {}, x: 0, y: 0 })
  under = picture(0, 0, 1000, 700)
  rested(50, 50)
  under = picture(100, 100, 300, 300)
  rested(150, 150)
  expect(placed.mock.calls.map(([at]) => at)).toEqual([
    { left: 0, top: 0 },
    { left: 100, top: 100 },
  ])
  expect(shown()).toBe(true)
})
