import { boxOf } from './on-screen'

/** Attributes in which pages keep the real address of a picture that they load later. */
const lateSets = ['data-srcset', 'data-lazy-srcset']
const lateAddresses = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazy',
  'data-hi-res-src',
  'data-full',
  'data-zoom-image',
]

/** Shorter in px than any picture worth working from: the blurred miniature that stands there until the real one comes. */
const miniature = 64

/** Whether this only holds the place of a picture: not loaded yet, a miniature, a transparent pixel laid over another one. */
export function isStandIn(image: HTMLImageElement): boolean {
  const longest = Math.max(image.naturalWidth, image.naturalHeight)
  const box = boxOf(image)
  return longest < Math.max(miniature, box ? Math.max(box.width, box.height) / 8 : 0) && !isDrawnSmall(image)
}

/** An icon is small by intention: it is shown at about its own size. */
function isDrawnSmall({ naturalWidth, clientWidth, complete }: HTMLImageElement): boolean {
  return complete && naturalWidth > 4 && clientWidth <= naturalWidth * 1.5
}

/** Where a page keeps what this image will show: sets of sizes, and addresses. */
export function lateSourcesOf(image: HTMLImageElement): { sets: string[]; addresses: string[] } {
  const without = withoutScripts(image)
  const read = (names: string[]) => names.map((name) => image.getAttribute(name) ?? '').filter((value) => value.trim() !== '')
  return {
    sets: [...read(lateSets), ...(without?.srcset ? [without.srcset] : [])],
    addresses: [...read(lateAddresses).filter(isAddress), without?.getAttribute('src') ?? ''].filter((address) => address !== ''),
  }
}

/** Some pages keep anything in `data-src`: an address has no spaces and is no JSON. */
function isAddress(value: string): boolean {
  return /^[^\s{}[\]"]+$/.test(value)
}

/** What the page shows where no scripts run: the real image, beside its stand-in. Never put into the page. */
function withoutScripts(image: HTMLImageElement): HTMLImageElement | null {
  const beside = [image.nextElementSibling, image.previousElementSibling, image.parentElement?.nextElementSibling]
  const inside = beside.find((element) => element?.localName === 'noscript')?.innerHTML
  return inside ? new DOMParser().parseFromString(inside, 'text/html').querySelector('img') : null
}
