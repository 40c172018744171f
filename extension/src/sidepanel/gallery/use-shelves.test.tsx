// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { GalleryImage, LiveEvent } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { sampleGalleryImage } from '../../../testing/gallery'
import { sampleGeneration } from '../../../testing/generations'
import { ApiError } from '../../failures'
import type { Session } from '../../kept'
import { local } from '../../storage'
import { everything, type Filter } from './filter'
import { type Shelves, useShelves } from './use-shelves'

interface Heard {
  hear: (event: LiveEvent) => void
  back: () => void
}
const server = vi.hoisted(() => ({ images: vi.fn(), imageCounts: vi.fn(), projects: vi.fn() }))
const live = vi.hoisted((): { on: Heard } => ({ on: { hear: () => {}, back: () => {} } }))
vi.mock('../../api', () => ({ api: server }))
vi.mock('../../ui/use-live', () => ({
  useLive: (on: Heard) => {
    live.on = on
  },
}))

const session: Session = { serverUrl: 'http://127.0.0.1:8787', token: 'token-1' }
const image = (id: string, more: Partial<GalleryImage> = {}): GalleryImage => ({ ...sampleGalleryImage(id), ...more })
const inSwim = (id: string) => image(id, { projectId: 'swimwear' })
const offline = new ApiError('OFFLINE')

let root: Root
let shelves: Shelves
let atTop = true
function Panel({ filter, of }: { filter: Filter; of: Session }) {
  shelves = useShelves(filter, of, () => atTop)
  return null
}
const open = async (filter: Partial<Filter> = {}, of: Session = session) => {
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Panel filter={{ ...everything, ...filter }} of={of} />))
}
const idsOf = (key: string) => shelves.shelves?.find((shelf) => shelf.key === key)?.images.map(({ id }) => id)
const load = (...keys: string[]) => act(async () => keys.forEach(shelves.more))
const page = (...images: GalleryImage[]) => ({ images, nextCursor: null })

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.spyOn(console, 'info').mockReturnValue()
  atTop = true
  server.imageCounts.mockResolvedValue([
    { projectId: null, images: 2, latest: '2026-11-22T10:00:00Z' },
    { projectId: 'swimwear', images: 1, latest: '2026-11-22T10:00:00Z' },
  ])
  server.projects.mockResolvedValue({ projects: [], nextCursor: null })
  server.images.mockImplementation(async ({ projectId }: { projectId?: string | null }) =>
    projectId === 'swimwear' ? page(inSwim('image-000s')) : page(image('image-000b'), image('image-000a')),
  )
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.restoreAllMocks()
})

test('without the server the gallery opens with what this account saw last, and with nothing of another', async () => {
  await open()
  await load('none', 'swimwear')
  await act(async () => root.unmount())
  server.imageCounts.mockRejectedValue(offline)
  await open()
  expect([idsOf('none'), idsOf('swimwear'), shelves.failed]).toEqual([['image-000b', 'image-000a'], ['image-000s'], 'OFFLINE'])
  await act(async () => root.unmount())
  await open({}, { ...session, token: 'token-2' })
  expect(shelves.shelves).toBe(null)
  expect(await local.gallery.get()).toBe(null)
})

test('what was seen last stays until newer images have come, and then makes room for them', async () => {
  await open()
  await load('none')
  await act(async () => root.unmount())
  await open()
  expect(idsOf('none')).toEqual(['image-000b', 'image-000a'])
  server.images.mockResolvedValue(page(image('image-000c'), image('image-000b')))
  await load('none')
  expect(idsOf('none')).toEqual(['image-000c', 'image-000b'])
})

test('a shelf that did not come is told of, though another one came, and is asked for again', async () => {
  await open()
  server.images.mockImplementation(async ({ projectId }: { projectId?: string | null }) => {
    if (projectId !== 'swimwear') throw offline
    return page(inSwim('image-000s'))
  })
  await load('none', 'swimwear')
  expect([shelves.failed, idsOf('swimwear')]).toEqual(['OFFLINE', ['image-000s']])
  server.images.mockResolvedValue(page(image('image-000b')))
  await act(async () => shelves.again())
  expect(shelves.failed).toBe(null)
  await load('none')
  expect(idsOf('none')).toEqual(['image-000b'])
})

test('where everything was to be asked anew and could not be, trying again asks for everything', async () => {
  await open()
  await load('none', 'swimwear')
  server.imageCounts.mockRejectedValueOnce(offline)
  await act(async () => shelves.reload())
  expect([shelves.failed, idsOf('none')]).toEqual(['OFFLINE', ['image-000b', 'image-000a']])
  server.imageCounts.mockClear()
  await act(async () => shelves.again())
  expect(server.imageCounts).toHaveBeenCalledOnce()
  expect(shelves.failed).toBe(null)
})

test('images that came while the panel was out of sight are found when it is seen again', async () => {
  await open()
  await load('none')
  const newer = image('image-000c', { createdAt: '2026-11-22T11:00:00Z' })
  server.images.mockResolvedValue(page(newer, image('image-000b'), image('image-000a')))
  await act(async () => live.on.back())
  expect(idsOf('none')).toEqual(['image-000c', 'image-000b', 'image-000a'])
})

test('what is new waits while the designer looks at something else, and is counted once', async () => {
  await open()
  await load('none')
  atTop = false
  const made = sampleGeneration(['delivered', 'delivered'])
  const hear = () => act(async () => live.on.hear({ type: 'generation', generation: made, balance: null }))
  await hear()
  await hear()
  expect([shelves.fresh, idsOf('none')]).toEqual([2, ['image-000b', 'image-000a']])
  await act(async () => shelves.showFresh())
  expect([shelves.fresh, idsOf('none')]).toEqual([0, ['image-0001', 'image-0000', 'image-000b', 'image-000a']])
})

test('what waited comes in as well when something new comes at the top', async () => {
  await open()
  await load('none')
  const hear = (id: string, intentId: string) => {
    const made = { ...sampleGeneration(['delivered']), id, intentId }
    const items = made.items.map((item) => ({ ...item, image: item.image && { ...item.image, id: `image-of-${id}` } }))
    return act(async () => live.on.hear({ type: 'generation', generation: { ...made, items }, balance: null }))
  }
  atTop = false
  await hear('generation-1', 'intent-1')
  atTop = true
  await hear('generation-2', 'intent-2')
  expect([shelves.fresh, idsOf('none')?.slice(0, 2)]).toEqual([0, ['image-of-generation-2', 'image-of-generation-1']])
})

test('what a search found is never taken for the gallery: not shown as it, and not kept as it', async () => {
  await open()
  await load('none', 'swimwear')
  const kept = await local.gallery.get()
  const render = (filter: Partial<Filter>) =>
    act(async () => root.render(<Panel filter={{ ...everything, ...filter }} of={session} />))
  await render({ query: 'gingham' })
  await load('found')
  server.imageCounts.mockRejectedValue(offline)
  await render({})
  expect([shelves.shelves?.map(({ key }) => key), await local.gallery.get()]).toEqual([['none', 'swimwear'], kept])
})

test('an image that was deleted among those found comes back to its place among them', async () => {
  await open({ query: 'gingham' })
  await load('found')
  await act(async () => shelves.remove('image-000b'))
  expect(idsOf('found')).toEqual(['image-000a'])
  await act(async () => shelves.putBack(image('image-000b')))
  expect(idsOf('found')).toContain('image-000b')
})
