import type { LiveEvent } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleBalance } from '../testing/wallet'
import type { News } from './connection'
import { followLive } from './live'
import type { LiveClient } from './live-connection'
import type { Tracked } from './live-words'

const serverUrl = 'http://127.0.0.1:8787'
const balance = sampleBalance({ credits: 21, afterLastGrant: 25 })

interface Handlers {
  onData(raw: unknown): void
  onError(error: unknown): void
}
let open: { from: string | null; handlers: Handlers; unsubscribed: boolean }[] = []
let told: News[] = []
let heard: LiveEvent[] = []

/** As much of a client as the stream needs: one subscription after another, each told by hand. */
const client = {
  live: {
    events: {
      subscribe: ({ lastEventId }: { lastEventId: string | null }, handlers: Handlers) => {
        const one = { from: lastEventId, handlers, unsubscribed: false }
        open.push(one)
        return { unsubscribe: () => (one.unsubscribed = true) }
      },
    },
  },
} as unknown as LiveClient

const sessions = {
  current: async () => ({ serverUrl, token: 'token-1' }),
  renew: async () => ({ serverUrl, token: 'token-2' }),
  tell: (news: News) => told.push(news),
}

function follow(signal: AbortSignal) {
  const listener = { hear: ({ data }: Tracked) => void (data && heard.push(data)), connected: () => {} }
  followLive(sessions, () => client, { listener, lastEventId: null }, signal)
  return vi.advanceTimersByTimeAsync(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  open = []
  told = []
  heard = []
})
afterEach(() => vi.useRealTimers())

test('an event of a type that only a newer server knows is passed over, and the stream goes on after it', async () => {
  const page = new AbortController()
  await follow(page.signal)
  open[0]?.handlers.onData({ id: '7', data: { type: 'balance', balance } })
  open[0]?.handlers.onData({ id: '8', data: { type: 'greeting', words: 'hello' } })
  open[0]?.handlers.onData({ id: '9', data: { type: 'balance', balance } })
  expect(heard).toHaveLength(2)
  expect(told).toEqual([
    { serverUrl, balance },
    { serverUrl, balance },
  ])
  open[0]?.handlers.onError(new Error('gone'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(open[1]?.from).toBe('9')
})

test('a server that is away for long leaves no listeners behind', async () => {
  const page = new AbortController()
  let listeners = 0
  const add = page.signal.addEventListener.bind(page.signal)
  vi.spyOn(page.signal, 'addEventListener').mockImplementation((type: string, listener: unknown, options?: unknown) => {
    listeners += 1
    const own = typeof options === 'object' && options !== null && 'signal' in options ? options.signal : null
    if (own instanceof AbortSignal) own.addEventListener('abort', () => (listeners -= 1))
    if (typeof listener === 'function') add(type as 'abort', () => listener(), options as AddEventListenerOptions)
  })
  await follow(page.signal)
  for (let round = 0; round < 50; round++) {
    open.at(-1)?.handlers.onError(new Error('away'))
    await vi.advanceTimersByTimeAsync(3_000)
  }
  expect(open).toHaveLength(51)
  expect(listeners).toBe(1)
  page.abort()
  expect(open.map(({ unsubscribed }) => unsubscribed)).toEqual([...Array(50).fill(false), true])
})

test('a page that left while the session was asked for opens no stream', async () => {
  const page = new AbortController()
  const followed = follow(page.signal)
  page.abort()
  await followed
  expect(open).toEqual([])
})
