import { pictureOf } from './picture-in-page'
import { everywhere } from './shadow'

/**
 * Every element of this frame that shows a picture of at least `leastEdge` CSS px, on the screen and beyond, in the order
 * of the page. Looks at each element once: for tools that the designer starts, never for a page that loads.
 */
export function allPictures(leastEdge: number): Element[] {
  const found = new Set<Element>()
  for (const element of everywhere('*')) {
    const { width, height } = element.getBoundingClientRect()
    if (Math.min(width, height) < leastEdge || !element.checkVisibility({ visibilityProperty: true })) continue
    const picture = pictureOf(element)
    if (picture) found.add(picture.element)
  }
  return [...found]
}
