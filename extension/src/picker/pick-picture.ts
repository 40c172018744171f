import { allPictures } from '../acquire/all-pictures'
import type { Box } from '../acquire/found-image'
import { boxAt, nextTowards, type Way } from './step'
import { draw, nameOf, showNone, showPicture } from './view'

/** Shortest edge in CSS px of what can be picked. */
const leastEdge = 48

interface Deeds {
  use(picture: Element): void
  /** Selects a region instead. */
  region(): void
  stop(): void
}

/** The picker on its stage, until `signal` aborts. */
export function pickPicture(body: HTMLElement, { use, region, stop }: Deeds, signal: AbortSignal): void {
  const view = draw(body, region, signal)
  let pictures: Element[] = []
  let current: Element | null = null

  // Looked at anew for every step, press and change of the page: pages add pictures while one scrolls.
  let isStale = false
  const look = (): void => {
    isStale = false
    pictures = allPictures(leastEdge)
    if (current !== null && !pictures.includes(current)) current = null
  }
  const redraw = (): void => {
    if (current?.isConnected) showPicture(view, boxOf(current), getComputedStyle(current).borderRadius)
  }
  const go = (to: Element | undefined, scroll: boolean): void => {
    if (to === undefined) {
      showNone(view)
      return
    }
    current = to
    if (scroll && !isWhole(to)) to.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    redraw()
    view.say({ place: pictures.indexOf(to) + 1, count: pictures.length, name: nameOf(to) })
  }
  const step = (event: KeyboardEvent): boolean => {
    const to = wayOf(event)
    if (to === null) return false
    look()
    go(current === null ? firstInView(pictures) : nextOf(to, current, pictures), true)
    return true
  }

  body.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') stop()
      else if (isPress(event) && current?.isConnected) use(current)
      else if (!step(event)) return
      event.preventDefault()
    },
    { signal },
  )
  const under = ({ clientX, clientY }: MouseEvent): Element | undefined => {
    const at = boxAt(clientX, clientY, pictures.map(boxOf))
    return at === null ? undefined : pictures[at]
  }
  body.addEventListener(
    'pointermove',
    (event) => {
      if (isStale) look()
      const picture = under(event)
      if (picture && picture !== current) go(picture, false)
    },
    { signal },
  )
  body.addEventListener(
    'click',
    (event) => {
      look()
      const picture = under(event)
      if (picture && event.target === body) use(picture)
    },
    { signal },
  )
  addEventListener('scroll', redraw, { signal, capture: true, passive: true })
  addEventListener('resize', redraw, { signal })
  const watch = new MutationObserver(() => {
    isStale = true
  })
  watch.observe(document, { childList: true, subtree: true })
  signal.addEventListener('abort', () => watch.disconnect())
  look()
  go(firstInView(pictures), true)
  if (pictures.length > 0) body.focus()
}

/** On the button that a page without pictures gets, Enter is the button's. */
function isPress({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && !(target !== null && 'localName' in target && target.localName === 'button')
}

type Goal = Way | 'next' | 'back' | 'first' | 'last'

function wayOf({ key, shiftKey }: KeyboardEvent): Goal | null {
  if (key === 'Tab') return shiftKey ? 'back' : 'next'
  if (key === 'Home') return 'first'
  if (key === 'End') return 'last'
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown' ? key : null
}

/** The picture one step further; where there is none, the one it is at. */
function nextOf(goal: Goal, from: Element, pictures: Element[]): Element | undefined {
  if (goal === 'first') return pictures[0]
  if (goal === 'last') return pictures.at(-1)
  const at = pictures.indexOf(from)
  if (goal === 'next') return pictures[(at + 1) % pictures.length]
  if (goal === 'back') return pictures.at(at - 1)
  const to = nextTowards(goal, boxOf(from), pictures.map(boxOf))
  return to === null ? from : pictures[to]
}

function firstInView(pictures: Element[]): Element | undefined {
  return pictures.find(isWhole) ?? pictures.find((picture) => boxOf(picture).y >= 0) ?? pictures[0]
}

function isWhole(picture: Element): boolean {
  const { x, y, width, height } = boxOf(picture)
  return x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight
}

function boxOf(picture: Element): Box {
  const { left, top, width, height } = picture.getBoundingClientRect()
  return { x: left, y: top, width, height }
}
