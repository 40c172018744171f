import type { Provenance } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleImage } from '../../testing/generations'
import type { Picked } from '../storage'
import { acquire } from './acquire'

const { injectTool, say, fetchAllowed, photograph } = vi.hoisted(() => ({
  injectTool: vi.fn(),
  say: vi.fn(),
  fetchAllowed: vi.fn(),
  photograph: vi.fn(),
}))
vi.mock('../page-tool/reach', () => ({ injectTool, say }))
vi.mock('./fetch-allowed', () => ({ fetchAllowed }))
vi.mock('./photograph', () => ({ photograph }))

const named = { srcUrl: 'https://a.example/small.jpg', pageUrl: 'https://a.example/wall' }
const picked: Picked = {
  tabId: 7,
  frameId: 0,
  wanted: { by: 'address', srcUrl: named.srcUrl },
  pageUrl: named.pageUrl,
  pageTitle: 'Wall',
}
const large = 'https://a.example/large.jpg'
const found = { addresses: [large, named.srcUrl], data: null, pageUrl: 'https://a.example/wall#2', pageTitle: 'Studio wall' }
const png = new Blob(['png'], { type: 'image/png' })

let uploads: [Blob, Provenance][] = []
const upload = async (file: Blob, from: Provenance) => {
  uploads.push([file, from])
  return sampleImage()
}

beforeEach(() => {
  uploads = []
  injectTool.mockReset().mockResolvedValue(true)
  say.mockReset().mockResolvedValue(found)
  fetchAllowed.mockReset().mockResolvedValue(null)
  photograph.mockReset().mockResolvedValue(null)
})
afterEach(() => vi.useRealTimers())

test('what the page itself may read is taken, with where it came from', async () => {
  const data = 'data:image/png;base64,AAAA'
  say.mockResolvedValue({ ...found, data })
  fetchAllowed.mockImplementation(async ([first]: string[]) => (first === data ? png : null))
  const source = await acquire(picked, upload)
  expect(source).toMatchObject({ state: 'ready', captured: false, pageTitle: 'Studio wall' })
  expect(uploads).toEqual([[png, { pageUrl: 'https://a.example/wall#2', pageTitle: 'Studio wall', imageUrl: large }]])
})

test("else the worker fetches, told what the browser said and what is only the page's word", async () => {
  fetchAllowed.mockResolvedValue(png)
  await acquire(picked, upload)
  expect(fetchAllowed.mock.calls).toEqual([[found.addresses, named]])
})

test('else it is photographed, and the designer is told so', async () => {
  photograph.mockResolvedValue(png)
  expect(await acquire(picked, upload)).toMatchObject({ captured: true })
})

test('a drawing is photographed, or refused as what it is', async () => {
  fetchAllowed.mockResolvedValue(new Blob(['<svg/>'], { type: 'image/svg+xml' }))
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
  photograph.mockResolvedValue(png)
  expect(await acquire(picked, upload)).toMatchObject({ captured: true })
})

test('a picture in a frame is never photographed: nobody knows where on the screen it is', async () => {
  await expect(acquire({ ...picked, frameId: 3 }, upload)).rejects.toMatchObject({ code: 'OUT_OF_REACH' })
  expect(photograph).not.toHaveBeenCalled()
})

test('a page that lets nobody in leaves the address that the browser named', async () => {
  injectTool.mockResolvedValue(false)
  fetchAllowed.mockResolvedValue(png)
  await acquire(picked, upload)
  expect(fetchAllowed.mock.calls).toEqual([[[named.srcUrl], named]])
  expect(uploads[0]?.[1]).toEqual({ pageUrl: picked.pageUrl, pageTitle: 'Wall', imageUrl: named.srcUrl })
})

test.each([
  ['data that is no picture', { ...found, data: 'data:text/html,<script>' }],
  ['data that is an address', { ...found, data: 'http://127.0.0.1:9999/delete' }],
  ['no address', { ...found, addresses: [] }],
  ['an answer of another kind', 'large.jpg'],
])('a page that answers %s is not believed', async (_, answer) => {
  say.mockResolvedValue(answer)
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'OUT_OF_REACH' })
  expect(fetchAllowed.mock.calls).toEqual([[[named.srcUrl], named]])
})

test('a page that hangs is not waited for', async () => {
  vi.useFakeTimers()
  say.mockReturnValue(new Promise(() => {}))
  fetchAllowed.mockResolvedValue(png)
  const acquired = acquire(picked, upload)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await acquired).toMatchObject({ state: 'ready' })
})

test('an address that only the browser understands is not kept as where it came from', async () => {
  say.mockResolvedValue({ ...found, addresses: ['data:image/png;base64,AAAA'], pageTitle: 'x'.repeat(900) })
  fetchAllowed.mockResolvedValue(png)
  await acquire(picked, upload)
  expect(uploads[0]?.[1]).toEqual({ pageUrl: found.pageUrl, pageTitle: 'x'.repeat(500), imageUrl: null })
})
