import { beforeEach, expect, test, vi } from 'vitest'
import type { StreamListener } from './live'
import type { Port, Ports } from './live-seat'
import { shareLive } from './share-live'

const id = 'jnblbghlihnigpeneedjndeibmbnhdio'
const own = `chrome-extension://${id}/`
const serverUrl = 'http://127.0.0.1:8787'
type Accept = (port: Port) => void

/** The browser's part: whoever connects has a port to every page that listens, and each end hears when the other goes. */
let listening: { page: object; accept: Accept }[] = []
const soon = (run: () => void) => setTimeout(run, 0)

function end(sender?: chrome.runtime.MessageSender) {
  const heard: ((raw: unknown) => void)[] = []
  const gone: (() => void)[] = []
  return { heard, gone, sender, open: true }
}
type End = ReturnType<typeof end>

function portOf(name: string, mine: End, others: () => End[], closed: () => void): Port {
  return {
    name,
    ...(mine.sender ? { sender: mine.sender } : {}),
    postMessage: (said) => {
      for (const other of others()) {
        soon(() => {
          if (other.open && mine.open) for (const hear of other.heard) hear(said)
        })
      }
    },
    disconnect: () => {
      mine.open = false
      soon(closed)
    },
    onMessage: { addListener: (hear) => void mine.heard.push(hear) },
    onDisconnect: { addListener: (hear) => void mine.gone.push(hear) },
  }
}

function portsOf(page: object, url = `${own}popup.html`): Ports {
  return {
    id,
    getURL: () => own,
    onConnect: {
      addListener: (accept) => void listening.push({ page, accept }),
      removeListener: (accept) => (listening = listening.filter((one) => one.accept !== accept)),
    },
    connect: ({ name }) => {
      const near = end()
      let far: End[] = []
      const farGone = () => {
        if (near.open && far.every(({ open }) => !open)) for (const tell of near.gone) tell()
      }
      soon(() => {
        const others = listening.filter((one) => one.page !== page)
        far = others.map(() => end({ id, url }))
        others.forEach(({ accept }, index) => {
          const at = far[index]
          if (at) accept(portOf(name, at, () => [near], farGone))
        })
        if (others.length === 0) farGone()
      })
      return portOf(
        name,
        near,
        () => far,
        () => {
          for (const { gone } of far) for (const tell of gone) tell()
        },
      )
    },
  }
}

interface Seen {
  events: string[]
  connected: boolean[]
  left: AbortController
}
let streams: { lastEventId: string | null; listener: StreamListener; signal: AbortSignal }[] = []
const open = () => streams.filter(({ signal }) => !signal.aborted)

function page(rank: string, at = serverUrl): Seen {
  const seen: Seen = { events: [], connected: [], left: new AbortController() }
  const listener: StreamListener = { hear: (event) => seen.events.push(event.id), connected: (is) => seen.connected.push(is) }
  const openStream = (
    { listener, lastEventId }: { listener: StreamListener; lastEventId: string | null },
    signal: AbortSignal,
  ) => {
    streams.push({ listener, lastEventId, signal })
    listener.connected(true)
  }
  shareLive({ ports: portsOf(seen), serverUrl: at, rank, open: openStream, listener }, seen.left.signal)
  return seen
}
/** Long enough for all that is under way: every step of the stand-in takes no time. */
const settled = async () => {
  for (let step = 0; step < 60; step++) await new Promise((resolve) => setTimeout(resolve, 0))
}
const tell = (eventId: string) => {
  for (const { listener } of open()) listener.hear({ id: eventId, data: null })
}

beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { id } })
  listening = []
  streams = []
})

test.each([[['a', 'b', 'c', 'd']], [['d', 'c', 'b', 'a']], [['b', 'd', 'a', 'c']]])(
  'pages that open at the same moment (%s) share one stream, and all hear it',
  async (ranks) => {
    const pages = ranks.map((rank) => page(rank))
    await settled()
    expect(streams).toHaveLength(1)
    tell('7')
    await settled()
    expect(pages.map(({ events, connected }) => [events, connected])).toEqual(ranks.map(() => [['7'], [true]]))
  },
)

test('a page that opens later follows, whatever its rank', async () => {
  page('b')
  await settled()
  const later = [page('a'), page('c')]
  await settled()
  expect(streams).toHaveLength(1)
  tell('7')
  await settled()
  expect(later.map(({ events }) => events)).toEqual([['7'], ['7']])
})

test('when the page that has the stream goes, another takes over after the last event, and nobody sees a gap', async () => {
  const first = page('a')
  await settled()
  const others = [page('b'), page('c')]
  await settled()
  tell('7')
  await settled()
  first.left.abort()
  await settled()
  expect(open().map(({ lastEventId }) => lastEventId)).toEqual(['7'])
  expect(streams).toHaveLength(2)
  tell('8')
  await settled()
  expect(first.events).toEqual(['7'])
  expect(others.map(({ events }) => events)).toEqual([
    ['7', '8'],
    ['7', '8'],
  ])
  expect(others.map(({ connected }) => connected.includes(false))).toEqual([false, false])
})

test('a stream that breaks and comes back is told to all', async () => {
  page('a')
  const other = page('b')
  await settled()
  open()[0]?.listener.connected(false)
  await settled()
  open()[0]?.listener.connected(true)
  await settled()
  expect(other.connected).toEqual([true, false, true])
})

test('each server has a stream of its own', async () => {
  page('a')
  const elsewhere = page('b', 'http://127.0.0.1:9000')
  await settled()
  expect(streams).toHaveLength(2)
  streams[0]?.listener.hear({ id: '7', data: null })
  await settled()
  expect(elsewhere.events).toEqual([])
})

test('a content script that opens a port hears nothing', async () => {
  page('a')
  await settled()
  const heard: unknown[] = []
  let closed = false
  const port = portsOf({}, 'https://www.pinterest.com/pin/1').connect({ name: `toile-live ${serverUrl}` })
  port.onMessage.addListener((raw) => heard.push(raw))
  port.onDisconnect.addListener(() => (closed = true))
  await settled()
  tell('7')
  await settled()
  expect([heard, closed]).toEqual([[], true])
})
