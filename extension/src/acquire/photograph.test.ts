import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Picked } from '../storage'
import type { Sitting } from './found-image'
import { photograph } from './photograph'

const { say } = vi.hoisted(() => ({ say: vi.fn() }))
vi.mock('../page-tool/reach', () => ({ say }))

const subject: Pick<Picked, 'tabId' | 'wanted'> = { tabId: 7, wanted: { by: 'address', srcUrl: 'https://a.example/a.jpg' } }
const still: Sitting = { box: { x: 10, y: 20, width: 300, height: 200 }, windowWidth: 1000, veiled: true }

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
  const shot = await photograph(subject)
  expect(shot?.type).toBe('image/png')
  expect(order).toEqual(['hide', 'capture 1', 'show'])
  expect(drawn).toEqual([20, 40, 600, 400, 0, 0, 600, 400])
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
  const scrolled = { ...still, box: { x: 10, y: 90, width: 300, height: 200 } }
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
  ['off the screen', { ...still, box: null }],
  ['too small', { ...still, box: { x: 0, y: 0, width: 15, height: 400 } }],
])('a picture that is %s is not photographed, and Toile is shown again', async (_, sitting) => {
  sittings = [sitting, still]
  expect(await photograph(subject)).toBeNull()
  expect(order).toEqual(['hide', 'show'])
})

test('without the permission there is no photograph, and Toile is shown again', async () => {
  vi.mocked(chrome.tabs.captureVisibleTab).mockRejectedValue(new Error('Either the <all_urls> or activeTab is required'))
  expect(await photograph(subject)).toBeNull()
  expect(order).toEqual(['hide', 'show'])
})

test('a page that answers nonsense is not photographed', async () => {
  sittings = [{ ...still, windowWidth: 0 }]
  expect(await photograph(subject)).toBeNull()
})
