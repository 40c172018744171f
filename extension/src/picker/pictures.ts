import { shadowOf } from '../acquire/shadow'

/** Every element that shows a picture of at least `leastEdge` CSS px, on the screen and beyond, in the order of the page. */
export function allPictures(leastEdge: number): Element[] {
  return [...everyElement(document)].filter((element) => isLarge(element, leastEdge) && showsPicture(element))
}

function* everyElement(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    const shadow = shadowOf(element)
    if (shadow) yield* everyElement(shadow)
  }
}

function isLarge(element: Element, leastEdge: number): boolean {
  const { width, height } = element.getBoundingClientRect()
  return Math.min(width, height) >= leastEdge && element.checkVisibility({ visibilityProperty: true })
}

function showsPicture(element: Element): boolean {
  if (element.matches('img, canvas, video, input[type=image]')) return true
  if (element instanceof SVGSVGElement) return element.ownerSVGElement === null
  return ['', '::before', '::after'].some((pseudo) => getComputedStyle(element, pseudo).backgroundImage.includes('url('))
}
