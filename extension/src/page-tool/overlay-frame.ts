import type { Box } from '../acquire/found-image'
import { boxOf } from '../acquire/on-screen'
import { makeHost, putHost } from './host'
import { placeOverlay } from './placement'

const accent = '#2b3f7e'
const frameStyle = `all: initial; position: fixed; border: 0; border-radius: 12px; background: Canvas; pointer-events: auto;
  box-shadow: 0 4px 8px rgba(20, 26, 40, 0.1), 0 20px 48px rgba(20, 26, 40, 0.22);`
const ringStyle = `all: initial; position: fixed; box-sizing: border-box; border: 3px solid ${accent};
  box-shadow: 0 0 0 2px #fff, inset 0 0 0 2px #fff; pointer-events: none;`

function put(element: HTMLElement, box: Box): void {
  for (const [name, value] of Object.entries({ left: box.x, top: box.y, width: box.width, height: box.height })) {
    element.style.setProperty(name, `${value}px`)
  }
}

/**
 * Puts the overlay's page over this one: an iframe of the extension's own origin in a closed shadow root,
 * so tokens, styles and keystrokes never meet the page. It stands beside the picture, if there is one, or beside `region`,
 * where a part of the window was picked. Goes when `signal` aborts, and gives the focus back. Hidden, it goes on as it is.
 */
export function showOverlay(
  sessionId: string,
  picture: Element | null,
  region: Box | null,
  signal: AbortSignal,
): { hide(): void; show(): void; isThere(): boolean; isCovered: boolean } {
  let before = document.activeElement
  const { host, root } = makeHost('toile-overlay')
  // The host is what the page's scroll bars leave of the window: a panel that lies under one is not in plain sight.
  const place = () => placeOverlay(picture ? boxOf(picture) : region, host.clientWidth, host.clientHeight)
  const frame = document.createElement('iframe')
  frame.title = 'Toile'
  frame.allow = 'clipboard-write *'
  frame.src = chrome.runtime.getURL('tabs/overlay.html')
  frame.style.cssText = frameStyle
  // Its session is told to it alone: the browser's own reports tell a page the address of any frame in it.
  frame.addEventListener('load', () => frame.contentWindow?.postMessage({ toileSession: sessionId }, '*'), { signal })
  // Only the page around a frame can move the focus into it.
  frame.addEventListener('load', () => frame.focus(), { signal, once: true })
  // The frame is last, over the ring: what lies over a panel, if only a corner, is in its guard's way.
  if (picture) root.append(ringAround(picture, signal))
  root.append(frame)
  putHost(host)
  put(frame, place())

  // After an update of the extension its page in the frame can ask nobody else to take it away.
  const heed = ({ source, data }: MessageEvent) => {
    if (source !== null && source === frame.contentWindow && data === 'toile-leave') leave()
  }
  addEventListener('message', heed, { signal })
  // Only a new window size moves the overlay: it stays put while the page scrolls under it.
  addEventListener('resize', () => put(frame, place()), { signal })
  const giveFocusBack = () => before instanceof HTMLElement && before.focus({ preventScroll: true })
  const leave = (): void => {
    host.remove()
    giveFocusBack()
  }
  signal.addEventListener('abort', leave)
  return {
    isCovered: isCovered(host, place()),
    // A page may throw out what stands in it.
    isThere: () => host.isConnected,
    hide: () => {
      host.style.setProperty('display', 'none', 'important')
      giveFocusBack()
    },
    show: () => {
      if (document.activeElement !== host) before = document.activeElement
      host.style.setProperty('display', 'block', 'important')
      // The window may have another size since.
      put(frame, place())
      frame.focus()
    },
  }
}

/** Whether something of the page lies over it: nothing in a document reaches above a modal dialogue or a full screen. */
function isCovered(host: HTMLElement, { x, y, width, height }: Box): boolean {
  const top = document.elementFromPoint(x + width / 2, y + height / 2)
  return top !== null && top !== host
}

/** The outline of the picked picture, following it while the page scrolls. */
function ringAround(picture: Element, signal: AbortSignal): HTMLElement {
  const ring = document.createElement('div')
  ring.style.cssText = ringStyle
  ring.style.setProperty('border-radius', getComputedStyle(picture).borderRadius)
  const follow = (): void => {
    const box = picture.isConnected ? boxOf(picture) : null
    ring.style.setProperty('display', box ? 'block' : 'none')
    if (box) put(ring, box)
  }
  follow()
  addEventListener('scroll', follow, { signal, capture: true, passive: true })
  addEventListener('resize', follow, { signal })
  return ring
}
