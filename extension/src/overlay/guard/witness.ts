import { pointerOf, watchHand } from './hand'
import { type Deed, isMeant, nothingSeen, type Seen, see } from './sight'

/** Shortest time between two reports on the panel's visibility, in ms; the browser takes no less. */
const reportEveryMs = 100
/** Rounding of sizes under zoom: a panel that is cut by less is whole. */
const whole = 0.98

/** What watches over the clicks of one panel. */
export interface Witness {
  /**
   * Whether the click or key that is being handled right now was meant. Outside of one: false. It takes a moment: what was
   * laid over the panel just before is told by the browser just after.
   */
  isMeant(): Promise<boolean>
}

/** An entry of version 2, which also knows what covers, fades and distorts an element, in the pages around it too. */
type Entry = IntersectionObserverEntry & { isVisible?: boolean }
type Options = IntersectionObserverInit & { trackVisibility: boolean; delay: number }

/** Whether this browser can tell if an element is in plain sight. */
function canTell(): boolean {
  return typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype
}

/** Tells of every change in whether the whole document is in plain sight; `flush` tells at once what is known by now. */
function watchVisibility(tell: (inPlainSight: boolean) => void, signal: AbortSignal): { flush: () => void } {
  const read = (entries: Entry[]): void => {
    const last = entries.at(-1)
    if (last !== undefined) tell(last.isVisible === true && last.intersectionRatio >= whole)
  }
  const options: Options = { trackVisibility: true, delay: reportEveryMs, threshold: [0, whole] }
  const observer = new IntersectionObserver(read, options)
  observer.observe(document.documentElement)
  signal.addEventListener('abort', () => observer.disconnect())
  return { flush: () => read(observer.takeRecords()) }
}

/** Whether a page around has made the panel small: its CSS `zoom` reaches into frames, and counts as plain sight. */
function isShrunk(zoom: number): boolean {
  // No screen has less than one px of its own to a px of the browser.
  return devicePixelRatio < zoom * whole
}

/** Waits for the next report on the panel, which needs the panel drawn. */
async function nextReport(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, reportEveryMs))
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/**
 * Watches the panel that this document is, in whatever page, until `signal` aborts, and lets nothing be dragged out of it unseen.
 * Where the browser cannot tell what is in plain sight, no click is ever meant, and dragging is left to the designer.
 * @param zoom the tab's zoom as of now: 1.5 at 150 %
 */
export function startWitness(zoom: () => number, signal: AbortSignal, now = () => performance.now()): Witness {
  if (!canTell()) return { isMeant: () => Promise.resolve(false) }
  let sight = nothingSeen
  let meant = false
  const note = (seen: Seen): void => {
    sight = see(sight, seen)
  }
  const { flush } = watchVisibility((inPlainSight) => note({ type: 'panel', inPlainSight, at: now() }), signal)
  const judge = (deed: Deed): void => {
    flush()
    meant = !isShrunk(zoom()) && isMeant(sight, deed)
    // It speaks for what is done while it is handled, and for nothing later.
    setTimeout(() => {
      meant = false
    })
  }
  watchHand({ zoom, now, note, judge }, signal)

  // What is dragged out is given to the page around: a hand that was deceived gives nothing.
  const onDrag = (event: DragEvent): void => {
    judge({ trusted: event.isTrusted, pointer: pointerOf(event, zoom()), at: now() })
    if (meant) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('dragstart', onDrag, { signal, capture: true })
  return {
    isMeant: async () => {
      if (!meant) return false
      const { seenSince } = sight
      await nextReport()
      flush()
      return sight.seenSince === seenSince
    },
  }
}
