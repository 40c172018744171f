import type { Box } from './found-image'
import { largestOf } from './srcset'

/** The element that shows the picture, also inside shadow roots. `srcUrl` is the address the browser named in the click. */
export function findImage(srcUrl: string, root: Document | ShadowRoot = document): HTMLImageElement | null {
  let hidden: HTMLImageElement | null = null
  for (const image of root.querySelectorAll('img')) {
    if (image.currentSrc !== srcUrl && image.src !== srcUrl) continue
    if (boxOf(image) !== null) return image
    hidden ??= image
  }
  for (const element of root.querySelectorAll('*')) {
    const shadow = shadowOf(element)
    const inside = shadow && findImage(srcUrl, shadow)
    if (inside) return inside
  }
  return hidden
}

/** A content script may look into closed shadow roots too. */
function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot
  return globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null
}

/** Addresses of the same picture, largest first: what the page offers to larger screens, then what it shows. */
export function addressesOf(image: HTMLImageElement | null, srcUrl: string): string[] {
  const sets: string[] = []
  if (image) {
    sets.push(image.srcset)
    // Only the source in use: another one may be another crop, or a type this browser cannot read.
    const sources = image.parentElement?.tagName === 'PICTURE' ? image.parentElement.querySelectorAll('source') : []
    for (const source of sources) if (offers(source.srcset, srcUrl)) sets.unshift(source.srcset)
  }
  const largest = sets.map(largestOf).filter((address) => address !== null)
  return [...new Set([...largest.map((address) => new URL(address, document.baseURI).href), srcUrl])]
}

function offers(srcset: string, srcUrl: string): boolean {
  return srcset.split(/\s+/).some((part) => URL.parse(part.replace(/,$/, ''), document.baseURI)?.href === srcUrl)
}

/** Where the picture is on the screen, cut to the window; null where nothing of it can be seen. */
export function boxOf(element: Element): Box | null {
  const rect = element.getBoundingClientRect()
  const x = Math.max(0, rect.left)
  const y = Math.max(0, rect.top)
  const width = Math.min(innerWidth, rect.right) - x
  const height = Math.min(innerHeight, rect.bottom) - y
  return width >= 1 && height >= 1 ? { x, y, width, height } : null
}
