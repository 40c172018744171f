import { lastClick } from './last-click'
import { boxOf } from './on-screen'
import { everywhere } from './shadow'

const selector = 'img, video, image, input[type="image"], object, embed'

/** The element that shows the picture, also inside shadow roots. `srcUrl` is the address the browser named in the click; of several, the one under the pointer. */
export function findImage(srcUrl: string): Element | null {
  const shows = (element: Element) => shownBy(element).includes(srcUrl)
  const isPointedAt = (element: Element) => element === lastClick()?.target || element.matches(':hover')
  // Mostly that is it already: looking into every element for a shadow root takes its time in a large page.
  const pointedAt = [...document.querySelectorAll(selector)].find((element) => shows(element) && isPointedAt(element))
  if (pointedAt) return pointedAt
  const all = [...everywhere(selector)].filter(shows)
  const onScreen = all.filter((element) => boxOf(element) !== null)
  return onScreen.find(isPointedAt) ?? onScreen[0] ?? all[0] ?? null
}

function shownBy(element: Element): string[] {
  if (element instanceof HTMLImageElement) return [element.currentSrc, element.src]
  if (element instanceof HTMLVideoElement) return [element.currentSrc, element.src, element.poster]
  if (element instanceof SVGImageElement) return [URL.parse(element.href.baseVal, document.baseURI)?.href ?? '']
  if (element instanceof HTMLObjectElement) return [element.data]
  return element instanceof HTMLInputElement || element instanceof HTMLEmbedElement ? [element.src] : []
}
