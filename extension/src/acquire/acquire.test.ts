import type { Provenance } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleImage } from '../../testing/generations'
import { ApiError } from '../failures'
import { acquire } from './acquire'
import type { Picked } from './picked'

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
const shown = { shown: null, drawn: null, pageUrl: 'https://a.example/wall#2', pageTitle: 'Studio wall' }
const found = { addresses: [large, named.srcUrl], ...shown }
const png = new Blob(['png'], { type: 'image/png' })
const pngData = 'data:image/png;base64,cG5n'
const svg = new Blob(['<svg/>'], { type: 'image/svg+xml' })

let uploads: [Blob, Provenance][] = []
/** What the server says of the uploads to come, one after another; nothing where it takes them. */
let answers: ApiError[] = []
const upload = async (file: Blob, from: Provenance) => {
  uploads.push([file, from])
  const refusal = answers.shift()
  if (refusal) throw refusal
  return sampleImage()
}

/** What the page tool answers, by message; null where it has nothing. */
let page: Record<string, unknown> = {}
const asked = (type: string) => say.mock.calls.filter(([, message]) => message.type === type).map(([, message]) => message)

/** What the designer has allowed, as the browser's patterns. */
let allowed: string[] = []

beforeEach(() => {
  uploads = []
  answers = []
  page = { 'bg-page-image-find': found }
  injectTool.mockReset().mockResolvedValue(true)
  say.mockReset().mockImplementation(async (_tabId: number, { type }: { type: string }) => page[type] ?? null)
  fetchAllowed.mockReset().mockResolvedValue(null)
  photograph.mockReset().mockResolvedValue(null)
  allowed = []
  vi.stubGlobal('chrome', {
    permissions: { contains: async ({ origins: [origin = ''] }: { origins: string[] }) => allowed.includes(origin) },
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what the page itself may read is taken, with where it came from', async () => {
  page['bg-page-image-read'] = pngData
  expect(await acquire(picked, upload)).toMatchObject({ state: 'ready', captured: false, pageTitle: 'Studio wall' })
  expect(asked('bg-page-image-read')).toMatchObject([{ address: large }])
  expect(uploads[0]?.[1]).toEqual({ pageUrl: shown.pageUrl, pageTitle: 'Studio wall', imageUrl: large })
  expect(await uploads[0]?.[0].text()).toBe('png')
})

test("else the worker fetches, told what the browser said and what is only the page's word, before a smaller size is tried", async () => {
  page['bg-page-image-find'] = { ...found, shown: named.srcUrl }
  fetchAllowed.mockResolvedValue(png)
  await acquire(picked, upload)
  expect(fetchAllowed.mock.calls).toEqual([[[large], { ...named, shown: named.srcUrl }]])
  expect(asked('bg-page-image-read')).toHaveLength(1)
})

test('a size that is not to be had leaves the next, and that is where it came from', async () => {
  fetchAllowed.mockImplementation(async ([address]: string[]) => (address === named.srcUrl ? png : null))
  await acquire(picked, upload)
  expect(uploads[0]?.[1].imageUrl).toBe(named.srcUrl)
})

test('what the page draws itself is taken as it is drawn', async () => {
  page['bg-page-image-find'] = { ...found, addresses: [], drawn: pngData }
  const canvas: Picked = { ...picked, wanted: { by: 'mark', mark: 'm' } }
  expect(await acquire(canvas, upload)).toMatchObject({ captured: false })
  expect([fetchAllowed.mock.calls, uploads[0]?.[1].imageUrl]).toEqual([[], null])
})

test('bytes that are gone (a `blob:` that was let go) are drawn from what is shown', async () => {
  page['bg-page-image-draw'] = pngData
  expect(await acquire(picked, upload)).toMatchObject({ captured: false })
})

test('else it is photographed, and the designer is told so', async () => {
  photograph.mockResolvedValue({ blob: png, whole: true })
  expect(await acquire(picked, upload)).toMatchObject({ captured: true })
})

test('where only a part was on the screen, that is told too', async () => {
  photograph.mockResolvedValue({ blob: png, whole: false })
  expect(await acquire(picked, upload)).toMatchObject({ captured: true, partly: true })
})

test('what the server does not take leaves a smaller size, then the page’s own drawing, then a photograph', async () => {
  page['bg-page-image-read'] = pngData
  page['bg-page-image-draw'] = pngData
  photograph.mockResolvedValue({ blob: png, whole: true })
  answers = [new ApiError('IMAGE_TOO_LARGE')]
  expect(await acquire(picked, upload)).toMatchObject({ captured: false })
  expect(uploads.map(([, { imageUrl }]) => imageUrl)).toEqual([large, named.srcUrl])
  answers = [new ApiError('IMAGE_TOO_LARGE'), new ApiError('UNSUPPORTED_IMAGE')]
  expect(await acquire(picked, upload)).toMatchObject({ captured: false })
  answers = [new ApiError('IMAGE_TOO_LARGE'), new ApiError('UNSUPPORTED_IMAGE'), new ApiError('UNSUPPORTED_IMAGE')]
  expect(await acquire(picked, upload)).toMatchObject({ captured: true })
})

test('where the server takes none of them, its word is told; where it is away, nothing more is tried', async () => {
  page['bg-page-image-read'] = pngData
  answers = [new ApiError('UNSUPPORTED_IMAGE'), new ApiError('IMAGE_TOO_LARGE')]
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
  uploads = []
  answers = [new ApiError('OFFLINE')]
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(uploads).toHaveLength(1)
})

test("a drawing's file is drawn by the page, or photographed, or refused as what it is", async () => {
  fetchAllowed.mockResolvedValue(svg)
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
  photograph.mockResolvedValue({ blob: png, whole: true })
  expect(await acquire(picked, upload)).toMatchObject({ captured: true })
  page['bg-page-vector-draw'] = pngData
  expect(await acquire(picked, upload)).toMatchObject({ captured: false })
  expect(asked('bg-page-vector-draw').at(-1)).toMatchObject({ file: 'data:image/svg+xml,%3Csvg%2F%3E' })
})

test('a part of the window is photographed, and nothing else is tried', async () => {
  photograph.mockResolvedValue({ blob: png, whole: true })
  const region: Picked = { ...picked, wanted: { by: 'region', box: { x: 0, y: 0, width: 90, height: 90 } } }
  expect(await acquire(region, upload)).toMatchObject({ captured: true, pageTitle: 'Wall', pageUrl: named.pageUrl })
  expect([say.mock.calls, fetchAllowed.mock.calls]).toEqual([[], []])
})

test('a page that lets nobody in leaves the address that the browser named', async () => {
  injectTool.mockResolvedValue(false)
  fetchAllowed.mockResolvedValue(png)
  await acquire(picked, upload)
  expect(fetchAllowed.mock.calls).toEqual([[[named.srcUrl], { ...named, shown: null }]])
  expect(uploads[0]?.[1]).toEqual({ pageUrl: picked.pageUrl, pageTitle: 'Wall', imageUrl: named.srcUrl })
})

test.each([
  ['data that is no picture', { ...found, drawn: 'data:text/html,<script>' }],
  ['data that is an address', { ...found, drawn: 'http://127.0.0.1:9999/delete' }],
  ['no address', { ...found, addresses: [] }],
  ['an answer of another kind', 'large.jpg'],
])('a page that answers %s is not believed', async (_, answer) => {
  page['bg-page-image-find'] = answer
  page['bg-page-image-read'] = 'http://127.0.0.1:9999/delete'
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'OUT_OF_REACH' })
  expect(fetchAllowed.mock.calls).toEqual([[[named.srcUrl], { ...named, shown: null }]])
})

test('where nothing helps, it is told which permission would: the least of them', async () => {
  await expect(acquire(picked, upload)).rejects.toMatchObject({ code: 'OUT_OF_REACH', origin: 'https://a.example/*' })
  allowed = ['https://a.example/*']
  await expect(acquire(picked, upload)).rejects.toMatchObject({ origin: null })
  photograph.mockResolvedValue('forbidden')
  await expect(acquire(picked, upload)).rejects.toMatchObject({ origin: '<all_urls>' })
})

test('of a picture without an address in a page that lets nobody in, it is the permission for that page', async () => {
  injectTool.mockResolvedValue(false)
  photograph.mockResolvedValue('forbidden')
  const canvas: Picked = { ...picked, wanted: { by: 'point' } }
  await expect(acquire(canvas, upload)).rejects.toMatchObject({ origin: 'https://a.example/*' })
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
  page['bg-page-image-find'] = { ...found, addresses: ['data:image/png;base64,AAAA'], pageTitle: 'x'.repeat(900) }
  fetchAllowed.mockResolvedValue(png)
  await acquire(picked, upload)
  expect(uploads[0]?.[1]).toEqual({ pageUrl: found.pageUrl, pageTitle: 'x'.repeat(500), imageUrl: null })
})
