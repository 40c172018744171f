import { boxOf } from './on-screen'
import { shadowOf } from './shadow'
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

/** Addresses of the same picture, largest first: what the page offers to larger screens, then what it shows. */
export function addressesOf(image: Element | null, srcUrl: string | null): string[] {
  const sets: string[] = []
  const shown = srcUrl ?? (image instanceof HTMLImageElement ? image.currentSrc || image.src : '')
  if (image instanceof HTMLImageElement) {
    sets.push(image.srcset)
    // Only the source in use: another one may be another crop, or a type this browser cannot read.
    const sources = image.parentElement?.tagName === 'PICTURE' ? image.parentElement.querySelectorAll('source') : []
    for (const source of sources) if (offers(source.srcset, shown)) sets.unshift(source.srcset)
  }
  const largest = sets.map(largestOf).filter((address) => address !== null)
  return [...new Set([...largest.map((address) => new URL(address, document.baseURI).href), ...(shown ? [shown] : [])])]
}

function offers(srcset: string, srcUrl: string): boolean {
  return srcset.split(/\s+/).some((part) => URL.parse(part.replace(/,$/, ''), document.baseURI)?.href === srcUrl)
}
