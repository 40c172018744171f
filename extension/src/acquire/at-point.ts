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
  return hovered && pictureUnder(hovered)
}

/**
 * The picture at a place in this frame's window, in CSS px: the topmost one that is no icon, through layers that lie over
 * it (transparent ones, gradients, buttons, single stretched pixels) and into shadow roots. Null where there is none.
 */
export function pictureAt(x: number, y: number): Element | null {
  const here = elementsAt(document, x, y).filter(showsPicture)
  return here.find(isLarge) ?? here[0] ?? null
}

function elementsAt(root: Document | ShadowRoot, x: number, y: number): Element[] {
  const here = root.elementsFromPoint(x, y).filter((element) => element.getRootNode() === root)
  return here.flatMap((element) => {
    const shadow = shadowOf(element)
    return shadow ? [...elementsAt(shadow, x, y), element] : [element]
  })
}

function showsPicture(element: Element): boolean {
  if (element instanceof HTMLImageElement && isStandIn(element) && pictureOf(element)?.layers[0]?.length === 1) return false
  return pictureOf(element) !== null
}

function isLarge(element: Element): boolean {
  const box = boxOf(element)
  return box !== null && Math.min(box.width, box.height) >= leastEdge
}

/** The picture that an element shows, or the one it lies over: beside it in the page, at about the same place. */
export function pictureUnder(element: Element): Element | null {
  const own = showsPicture(element) ? element : null
  if (own && isLarge(own)) return own
  let best: { picture: Element; shared: number } | null = null
  let around: Element | null = element
  for (let step = 0; around !== null && step < mostSteps && best === null; step++) {
    for (const picture of picturesWithin(around)) {
      const shared = sharedPart(element, picture)
      const meant = isLarge(picture) && (shared >= leastShared || liesOn(element, picture))
      if (meant && (best === null || shared > best.shared)) best = { picture, shared }
    }
    const root: Node = around.getRootNode()
    around = around.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  }
  return best?.picture ?? own
}

function picturesWithin(element: Element): Element[] {
  const root = shadowOf(element)
  const inside = [element, ...element.querySelectorAll('*'), ...(root?.querySelectorAll('*') ?? [])]
  return inside.filter(showsPicture)
}

/** How much of both boxes together is in both: 1 where they are the same. */
function sharedPart(one: Element, other: Element): number {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
  const both = areaOfBoth(a, b)
  return both === 0 ? 0 : both / (a.width * a.height + b.width * b.height - both)
}

/** Whether an element (a button, a caption) is nearly whole on the picture. */
function liesOn(element: Element, picture: Element): boolean {
  const box = element.getBoundingClientRect()
  return areaOfBoth(box, picture.getBoundingClientRect()) > 0.9 * box.width * box.height
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
