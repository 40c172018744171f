import { takeBack } from './installed'
import type { Word } from './live-words'

export type Port = Pick<chrome.runtime.Port, 'name' | 'sender' | 'postMessage' | 'disconnect'> & {
  onMessage: { addListener(heard: (raw: unknown) => void): void }
  onDisconnect: { addListener(gone: () => void): void }
}

/** As much of `chrome.runtime` as ports between pages need. */
export interface Ports {
  id: string
  lastError?: { message?: string } | undefined
  getURL(path: string): string
  connect(how: { name: string }): Port
  onConnect: { addListener(accept: (port: Port) => void): void; removeListener(accept: (port: Port) => void): void }
}

/** The leader's place: the ports of the pages that follow it. */
export interface Seat {
  /** From now on this page has the stream. */
  settle(): void
  tell(said: Word): void
  leave(): void
}

/** Listens for the ports of other pages until `signal` aborts. Content scripts can open ports too: those are not heard. */
export function takeSeat(
  { ports, name, rank, isConnected }: { ports: Ports; name: string; rank: string; isConnected: () => boolean | null },
  signal: AbortSignal,
): Seat {
  const followers = new Set<Port>()
  let settled = false
  const greeting = (): Word => ({ type: 'greeting', rank, settled, connected: isConnected() })
  const isOwnPage = (sender: chrome.runtime.MessageSender | undefined) =>
    sender?.id === ports.id && sender.url?.startsWith(ports.getURL('')) === true

  const accept = (port: Port): void => {
    if (port.name !== name || !isOwnPage(port.sender)) {
      port.disconnect()
      return
    }
    followers.add(port)
    port.onDisconnect.addListener(() => void followers.delete(port))
    port.postMessage(greeting())
  }
  const tell = (said: Word): void => {
    for (const port of followers) port.postMessage(said)
  }
  const leave = (): void => {
    takeBack(() => {
      ports.onConnect.removeListener(accept)
      for (const port of followers) port.disconnect()
    })
    followers.clear()
  }
  ports.onConnect.addListener(accept)
  signal.addEventListener('abort', leave, { once: true })
  return {
    settle: () => {
      settled = true
      tell(greeting())
    },
    tell,
    leave,
  }
}
