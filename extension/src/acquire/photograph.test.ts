import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Sitting } from './found-image'
import { photograph } from './photograph'
import type { Picked } from './picked'

const { say } = vi.hoisted(() => ({ say: vi.fn() }))
vi.mock('../page-tool/reach', () => ({ say }))

const subject: Pick<Picked, 'tabId' | 'frameId' | 'wanted'> = {
  tabId: 7,
  frameId: 0,
  wanted: { by: 'address', srcUrl: 'https://a.example/a.jpg' },
}
const at = (y: number, whole = true) => ({ box: { x: 10, y, width: 300, height: 200 }, whole })
const still: Sitting = { picture: at(20), view: { x: 0, y: 0, width: 1000, density: 2 }, veiled: true }

let tab = { active: true, windowId: 1 }
/** What the page answers to each veil: dropped, lifted, dropped … */
let sittings: unknown[] = []
let order: string[] = []
let drawn: number[] = []

beforeEach(() => {
  tab = { active: true, windowId: 1 }
  sittings = []
  order = []
  drawn = []
  say.mockImplementation(async (_tabId: number, { on }: { on: boolean }) => {
    order.push(on ? 'hide' : 'show')
    return sittings.shift() ?? still
  })
  vi.stubGlobal('chrome', {
    tabs: {
      get: async () => ({ ...tab }),
      captureVisibleTab: vi.fn(async (windowId: number) => {
        order.push(`capture ${windowId}`)
        return 'data:image/png;base64,AAAA'
      }),
    },
  })
  vi.stubGlobal('createImageBitmap', async () => ({ width: 2000, height: 1600, close: () => {} }))
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ drawImage: (_bitmap: unknown, ...numbers: number[]) => (drawn = numbers) })
      convertToBlob = async () => new Blob(['png'], { type: 'image/png' })
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

test('the picture is cut out of the screen where it stood while Toile was hidden', async () => {
  expect(await photograph(subject)).toMatchObject({ blob: { type: 'image/png' }, whole: true })
  expect(order).toEqual(['hide', 'capture 1', 'show'])
  expect(drawn).toEqual([20, 40, 600, 400, 0, 0, 600, 400])
})

test('at a zoom where the window has no whole number of px, no line beside the picture is in it', async () => {
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1280, height: 800, close: () => {} }))
  // 1280 px of the screen are 1163.6 CSS px at 110 %; the page is told of 1163.
  const zoomed = { picture: { box: { x: 1000, y: 10.5, width: 100, height: 50.2 }, whole: true }, veiled: true }
  const sitting = { ...zoomed, view: { x: 0, y: 0, width: 1163, density: 1.1 } }
  sittings = [sitting, sitting]
  expect(await photograph(subject)).not.toBeNull()
  expect(drawn.slice(0, 4)).toEqual([1100, 12, 110, 54])
})

test('a tab that is not in front is not photographed, and shows no flicker', async () => {
  tab.active = false
  expect(await photograph(subject)).toBeNull()
  expect(order).toEqual([])
})

test('a tab that goes behind another while the screen is taken gives no photograph of the other', async () => {
  say.mockImplementation(async (_tabId: number, { on }: { on: boolean }) => {
    if (!on) tab.active = false
    return still
  })
  expect(await photograph(subject)).toBeNull()
  expect(drawn).toEqual([])
})

test('a tab that moves to another window meanwhile is taken there', async () => {
  say.mockImplementation(async (_tabId: number, { on }: { on: boolean }) => {
    if (!on) tab.windowId = 2
    return still
  })
  expect(await photograph(subject)).not.toBeNull()
  expect(order).toEqual(['capture 1', 'capture 2'])
})

test('a page that scrolls while it is taken is taken once more, and no third time', async () => {
  const scrolled = { ...still, picture: at(90) }
  sittings = [still, scrolled, scrolled, scrolled]
  expect(await photograph(subject)).not.toBeNull()
  expect(drawn.slice(0, 2)).toEqual([20, 180])

  sittings = [still, scrolled, still, scrolled]
  expect(await photograph(subject)).toBeNull()
  expect(order.filter((step) => step === 'capture 1')).toHaveLength(4)
})

test('where the veil lifted itself before the screen was taken, it counts for nothing', async () => {
  sittings = [still, { ...still, veiled: false }, still, { ...still, veiled: false }]
  expect(await photograph(subject)).toBeNull()
})

test.each([
  ['off the screen', { ...still, picture: null }],
  ['too small', { ...still, picture: { box: { x: 0, y: 0, width: 15, height: 400 }, whole: true } }],
])('a picture that is %s is not photographed, and Toile is shown again', async (_, sitting) => {
  sittings = [sitting, still]
  expect(await photograph(subject)).toBeNull()
  expect(order).toEqual(['hide', 'show'])
})

test('without the permission there is no photograph, and Toile is shown again', async () => {
  vi.mocked(chrome.tabs.captureVisibleTab).mockRejectedValue(new Error('Either the <all_urls> or activeTab is required'))
  expect(await photograph(subject)).toBe('forbidden')
  expect(order).toEqual(['hide', 'show'])
})

test('who photographs too often for the browser waits, and does it then', async () => {
  vi.useFakeTimers()
  vi.mocked(chrome.tabs.captureVisibleTab).mockRejectedValueOnce(
    new Error('exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota'),
  )
  const shot = photograph(subject)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await shot).toMatchObject({ whole: true })
  vi.useRealTimers()
})

test('of a picture that is partly off the screen the part is taken, and told as such', async () => {
  sittings = [
    { ...still, picture: at(20, false) },
    { ...still, picture: at(20, false) },
  ]
  expect(await photograph(subject)).toMatchObject({ whole: false })
})

test('in a page zoomed in by two fingers the part that the screen shows counts', async () => {
  const zoomed = { ...still, view: { x: 5, y: 10, width: 500, density: 4 } }
  sittings = [zoomed, zoomed]
  await photograph(subject)
  expect(drawn.slice(0, 4)).toEqual([20, 40, 1200, 800])
})

test('a picture in a frame is where the page shows that frame, cut to it', async () => {
  say.mockImplementation(async (_tabId: number, { type }: { type: string }) => {
    if (type === 'bg-page-veil') return { ...still, picture: null }
    if (type === 'bg-page-frame-call') return { picture: at(20), inPage: false }
    return { box: { x: 100, y: 50, width: 250, height: 400 }, scale: 1 }
  })
  expect(await photograph({ ...subject, frameId: 3 })).toMatchObject({ whole: false })
  expect(drawn.slice(0, 4)).toEqual([220, 140, 480, 400])
})

test('a picture in a frame of which nobody knows the place is not photographed', async () => {
  say.mockImplementation(async (_tabId: number, { type }: { type: string }) =>
    type === 'bg-page-veil'
      ? { ...still, picture: null }
      : type === 'bg-page-frame-call'
        ? { picture: at(20), inPage: false }
        : null,
  )
  expect(await photograph({ ...subject, frameId: 3 })).toBeNull()
})

test('a page that answers nonsense is not photographed', async () => {
  sittings = [{ ...still, view: { x: 0, y: 0, width: 0, density: 2 } }]
  expect(await photograph(subject)).toBeNull()
})
