import { isClear } from './clear-sheet'
import { lastClick } from './last-click'
import { boxOf } from './on-screen'
import { pictureOf } from './picture-in-page'
import { shadowOf } from './shadow'
import { isStandIn } from './stand-in'

/** Shortest edge in CSS px of what is meant by pointing at it: below are icons and buttons that lie on a picture. */
const leastEdge = 48
/** How far up from what the pointer is on a picture may lie beside it. */
const mostSteps = 6
/** How much of the two must be the same, for a layer and the picture under it. */
const leastShared = 0.3

/** The picture that is meant where nothing was named: under the last right-click, else under the pointer. */
export function pictureAtPoint(): Element | null {
  const click = lastClick()
  if (click !== null) return pictureAt(click.x, click.y) ?? pictureUnder(click.target)
  const hovered = deepestHovered(document)
  return hovered && pictureHovered(hovered)
}

/**
 * The picture at a place in this frame's window, in CSS px: the topmost one that is no icon, through layers that lie over
 * it (transparent ones, gradients, buttons, single stretched pixels) and into shadow roots. Null where there is none.
 */
export function pictureAt(x: number, y: number): Element | null {
  const here = elementsAt(document, x, y).filter(showsPicture)
  const large = here.filter(isLarge)
  const [top] = large
  if (top === undefined) return here[0] ?? null
  return isClear(top, { x, y }) ? (large.find((element) => isUnder(element, top) && !isClear(element, { x, y })) ?? top) : top
}

/** The topmost first, also those that the browser passes over. */
function elementsAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  // Asked of the prototype: a form's fields stand in the place of its own properties.
  const hit = root.elementsFromPoint(x, y).filter((element) => Node.prototype.getRootNode.call(element) === root)
  const passedOver = hit.some(isFile) ? [] : passedOverAt(root, x, y)
  const here = hit.flatMap((element) => [...passedOver.filter((one) => element.contains(one)), element])
  return [...new Set(here)].flatMap((element) => {
    const shadow = shadowOf(element)
    return shadow ? [...elementsAt(shadow, x, y), element] : [element]
  })
}

/** What cannot lie under a picture that is passed over, or hardly: looking for one takes its time. */
function isFile(element: Element): boolean {
  return element instanceof HTMLImageElement && isLarge(element) && !isStandIn(element)
}

/** Pictures that let the pointer through, as sites make them against right-clicks: for the browser they are not there. */
function passedOverAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  const here = [...root.querySelectorAll('img, video, canvas')].filter((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    if (x < left || y < top || x >= right || y >= bottom || getComputedStyle(element).pointerEvents !== 'none') return false
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  })
  return here.reverse()
}

/** Whether it may be what a clear sheet lies over. A GPU's canvas only seems clear: it is not taken for a mere background. */
function isUnder(element: Element, clear: Element): boolean {
  return element !== clear && !(clear instanceof HTMLCanvasElement && pictureOf(element)?.kind === 'css')
}

function showsPicture(element: Element): boolean {
  if (element instanceof HTMLImageElement && isStandIn(element) && pictureOf(element)?.layers[0]?.length === 1) return false
  return pictureOf(element) !== null
}

function isLarge(element: Element): boolean {
  const box = boxOf(element)
  return box !== null && Math.min(box.width, box.height) >= leastEdge
}

/** The picture that an element shows, or the one it lies over. */
export function pictureUnder(element: Element): Element | null {
  const own = showsPicture(element) ? element : null
  return own && isLarge(own) ? own : (pictureAround(element, () => true) ?? own)
}

/** The same where it is only known that the pointer is on it: a sheet that shows nothing is not what is meant. */
function pictureHovered(element: Element): Element | null {
  if (!showsPicture(element) || !isLarge(element) || !isClear(element, null)) return pictureUnder(element)
  return pictureAround(element, (one) => isUnder(one, element) && !isClear(one, null)) ?? element
}

/** The picture beside an element in the page, at about the same place. */
function pictureAround(element: Element, accept: (picture: Element) => boolean): Element | null {
  let best: { picture: Element; shared: number } | null = null
  let around: Element | null = element
  const box = element.getBoundingClientRect()
  const seen = new Set<Element>()
  for (let step = 0; around !== null && step < mostSteps && best === null; step++) {
    for (const one of within(around)) {
      if (seen.has(one)) continue
      seen.add(one)
      const place = one.getBoundingClientRect()
      const shared = sharedPart(box, place)
      // Its place is looked at first: the page may have thousands of elements, and styles are dear.
      const meant = (shared >= leastShared || liesOn(box, place)) && isLarge(one) && showsPicture(one) && accept(one)
      if (meant && (best === null || shared > best.shared)) best = { picture: one, shared }
    }
    const root: Node = Node.prototype.getRootNode.call(around)
    around = around.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }
  return best?.picture ?? null
}

function within(element: Element): Element[] {
  return [element, ...element.querySelectorAll('*'), ...(shadowOf(element)?.querySelectorAll('*') ?? [])]
}

/** How much of both boxes together is in both: 1 where they are the same. */
function sharedPart(a: DOMRect, b: DOMRect): number {
  const both = areaOfBoth(a, b)
  return both === 0 ? 0 : both / (a.width * a.height + b.width * b.height - both)
}

/** Whether an element (a button, a caption) is nearly whole on the picture. */
function liesOn(box: DOMRect, picture: DOMRect): boolean {
  return areaOfBoth(box, picture) > 0.9 * box.width * box.height
}

function areaOfBoth(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}

/** The innermost element under the pointer, also inside shadow roots. */
function deepestHovered(root: Document | ShadowRoot): Element | null {
  const deepest = [...root.querySelectorAll(':hover')].at(-1) ?? null
  const shadow = deepest && shadowOf(deepest)
  return (shadow && deepestHovered(shadow)) ?? deepest
}
