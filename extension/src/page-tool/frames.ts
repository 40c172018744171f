import { standingOf } from '../acquire/find-wanted'
import type { Framed, FrameSeat } from '../acquire/found-image'
import type { Wanted } from '../acquire/picked'
import { everywhere } from '../acquire/shadow'
import { seated } from './seated'

/** A frame calls at once, or not at all. */
const patienceMs = 500

/**
 * Where the picture of this frame is. Frames of one origin know where they are in each other; a frame whose page is of
 * another origin calls it by a word that only Toile knows, and the page sees which of its frames that was.
 */
export function callFromFrame(wanted: Wanted, token: string): Framed {
  let picture = standingOf(wanted)
  let frame: Window = window
  while (frame !== top) {
    const element = frameElementOf(frame)
    if (element === null) {
      if (frame.parent === top) top?.postMessage(token, '*')
      return { picture, inPage: false }
    }
    picture = picture && seated(picture, seatOf(element))
    frame = frame.parent
  }
  return { picture, inPage: true }
}

/** Waits for a frame of this page that calls by that word; null where none does, or it is deep within another. */
export function awaitFrame(token: string): Promise<FrameSeat | null> {
  return new Promise((resolve) => {
    const done = new AbortController()
    const settle = (seat: FrameSeat | null): void => {
      clearTimeout(timer)
      done.abort()
      resolve(seat)
    }
    const timer = setTimeout(() => settle(null), patienceMs)
    addEventListener(
      'message',
      (event) => {
        if (event.data !== token) return
        // Nobody else is to hear what a frame says to Toile.
        event.stopImmediatePropagation()
        const frame = [...everywhere('iframe, frame')].find((element) => windowOf(element) === event.source)
        settle(frame ? seatOf(frame) : null)
      },
      { capture: true, signal: done.signal },
    )
  })
}

function seatOf(element: Element): FrameSeat {
  const { x, y, width } = element.getBoundingClientRect()
  if (!(element instanceof HTMLElement)) return { box: { x, y, width: 0, height: 0 }, scale: 1 }
  const scale = element.offsetWidth > 0 ? width / element.offsetWidth : 1
  const style = getComputedStyle(element)
  const left = element.clientLeft + Number.parseFloat(style.paddingLeft || '0')
  const above = element.clientTop + Number.parseFloat(style.paddingTop || '0')
  const inner = {
    width:
      (element.clientWidth - Number.parseFloat(style.paddingLeft || '0') - Number.parseFloat(style.paddingRight || '0')) * scale,
    height:
      (element.clientHeight - Number.parseFloat(style.paddingTop || '0') - Number.parseFloat(style.paddingBottom || '0')) * scale,
  }
  return { box: { x: x + left * scale, y: y + above * scale, ...inner }, scale }
}

function windowOf(element: Element): Window | null {
  return element instanceof HTMLIFrameElement || element instanceof HTMLFrameElement ? element.contentWindow : null
}

/** Null where the page around is of another origin. */
function frameElementOf(frame: Window): Element | null {
  try {
    return frame.frameElement
  } catch {
    // Firefox throws where Chromium answers null.
    return null
  }
}
