import { isInstalled, takeBack } from './installed'
import type { StreamListener } from './live'
import { type Port, type Ports, type Seat, takeSeat } from './live-seat'
import { type Tracked, type Word, word } from './live-words'

/*
 * One stream for all pages of Toile in this browser: HTTP/1.1 allows six connections to a server. One page leads and has the
 * stream; the others have a port to it. Whoever listens for ports leads, and a port that closes says that its other end is
 * gone, however it went. (Web Locks would be simpler; the overlay's frame in a foreign page has none.)
 *
 *            nobody listens              nobody else does
 *  seeking ─────────────────▶ claiming ──────────────────▶ leading ── hidden or gone: its followers' ports close
 *     ▲ │                         │ another leads, or ranks before
 *     │ └──── greeted ────▶ following ◀┘
 *     └───── port closes ─────────┘
 */

/** Opens the stream itself, from the event after `lastEventId`. */
export type OpenStream = (from: { listener: StreamListener; lastEventId: string | null }, signal: AbortSignal) => void

interface Page {
  ports: Ports
  serverUrl: string
  /** Random: of pages that claim at the same moment the lowest rank leads. */
  rank: string
  open: OpenStream
  listener: StreamListener
}

/** Follows the one stream of `serverUrl` until `signal` aborts, by this page's own connection or by that of another page. */
export function shareLive({ ports, serverUrl, rank, open, listener }: Page, signal: AbortSignal): void {
  const name = `toile-live ${serverUrl}`
  let lastEventId: string | null = null
  /** Null while nobody has told. */
  let connected: boolean | null = null

  const hear = (event: Tracked): void => {
    lastEventId = event.id
    listener.hear(event)
  }
  const setConnected = (is: boolean): void => {
    connected = is
    listener.connected(is)
  }
  const follow = (said: Word): void => {
    if (said.type === 'event') hear(said.event)
    else if (said.connected !== null && said.connected !== connected) setConnected(said.connected)
  }

  const seek = (): void => {
    let greeted = false
    const heard = (said: Word): void => {
      greeted = true
      follow(said)
    }
    toLeader({ ports, name, heard, left: () => (greeted ? seek() : claim()) }, signal)
  }

  const claim = (): void => {
    const seat = takeSeat({ ports, name, rank, isConnected: () => connected }, signal)
    let yielded = false
    const heard = (said: Word): void => {
      if (!yielded && said.type === 'greeting') {
        // A rival that ranks behind goes by itself, and its end of the port with it.
        if (!said.settled && said.rank > rank) return
        yielded = true
        seat.leave()
      }
      if (yielded) follow(said)
    }
    toLeader({ ports, name, heard, left: () => (yielded ? seek() : lead(seat)) }, signal)
  }

  const lead = (seat: Seat): void => {
    seat.settle()
    const toAll: StreamListener = {
      hear: (event) => {
        hear(event)
        seat.tell({ type: 'event', event })
      },
      connected: (is) => {
        setConnected(is)
        seat.tell({ type: 'connected', connected: is })
      },
    }
    open({ listener: toAll, lastEventId }, signal)
  }

  if (!signal.aborted) seek()
}

/** A port to whoever leads. `left` is called when nobody at its other end is there any more, or ever was. */
function toLeader(
  { ports, name, heard, left }: { ports: Ports; name: string; heard: (said: Word) => void; left: () => void },
  signal: AbortSignal,
): void {
  const port: Port = ports.connect({ name })
  const over = new AbortController()
  port.onMessage.addListener((raw) => {
    const said = word.safeParse(raw).data
    if (said !== undefined && !signal.aborted) heard(said)
  })
  port.onDisconnect.addListener(() => {
    // The browser wants it read: that nobody listens is an answer here.
    void ports.lastError
    over.abort()
    if (!signal.aborted && isInstalled()) left()
  })
  signal.addEventListener('abort', () => takeBack(() => port.disconnect()), { once: true, signal: over.signal })
}
