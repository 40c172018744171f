import { boxOf } from './on-screen'
import { everywhere } from './shadow'

const selector = 'img, video, image, input[type="image"], object, embed'

/** The element that shows the picture, also inside shadow roots. `srcUrl` is the address the browser named in the click. */
export function findImage(srcUrl: string): Element | null {
  let hidden: Element | null = null
  for (const element of everywhere(selector)) {
    if (!shownBy(element).includes(srcUrl)) continue
    if (boxOf(element) !== null) return element
    hidden ??= element
  }
  return hidden
}

function shownBy(element: Element): string[] {
  if (element instanceof HTMLImageElement) return [element.currentSrc, element.src]
  if (element instanceof HTMLVideoElement) return [element.currentSrc, element.src, element.poster]
  if (element instanceof SVGImageElement) return [URL.parse(element.href.baseVal, document.baseURI)?.href ?? '']
  if (element instanceof HTMLObjectElement) return [element.data]
  return element instanceof HTMLInputElement || element instanceof HTMLEmbedElement ? [element.src] : []
}
