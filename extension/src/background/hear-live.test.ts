import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { local } from '../storage'
import { hearLive } from './hear-live'

const { shareLive } = vi.hoisted(() => ({ shareLive: vi.fn((_page: { serverUrl: string }, _signal: AbortSignal) => {}) }))
vi.mock('../share-live', () => ({ shareLive }))
vi.mock('./server', () => ({ keepNews: async () => {}, sessions: {} }))

const here = 'http://127.0.0.1:8787'
const heard = () => shareLive.mock.calls.map(([{ serverUrl }, { aborted }]) => ({ serverUrl, aborted }))

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  shareLive.mockClear()
})
afterEach(() => vi.unstubAllGlobals())

test('the stream of a server that is left is let go: it would go on under that name, with the session of another', async () => {
  await hearLive(async () => {}, new AbortController().signal)
  await local.settings.set({ serverUrl: here })
  expect(heard()).toEqual([{ serverUrl: here, aborted: false }])
  await local.settings.set({ serverUrl: 'http://127.0.0.1:9000' })
  expect(heard()).toEqual([{ serverUrl: here, aborted: true }])
})

test('it is let go with the images that it was heard for', async () => {
  const over = new AbortController()
  await hearLive(async () => {}, over.signal)
  over.abort()
  expect(heard()).toEqual([{ serverUrl: here, aborted: true }])
})
