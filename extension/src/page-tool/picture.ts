import { pictureUnder } from '../acquire/at-point'
import { drawPicture } from '../acquire/draw-picture'
import { asDataAddress, drawVector } from '../acquire/draw-vector'
import { findWanted, targetElement } from '../acquire/find-wanted'
import type { FoundImage } from '../acquire/found-image'
import { largestLayer } from '../acquire/largest-layer'
import { markElement } from '../acquire/marked'
import type { Wanted } from '../acquire/picked'
import { mostAddresses } from '../acquire/picture'
import { type PictureInPage, pictureOf } from '../acquire/picture-in-page'

/** Remembers the picture that is meant, as it is now: once the overlay is there, the pointer is on something else. */
export function markPicture(wanted: Wanted, target: number | null): string | null {
  const clicked = wanted.by === 'point' ? targetElement(target) : null
  const element = (clicked && pictureUnder(clicked)) ?? findWanted(wanted)
  return element && markElement(element)
}

/** All that this page can tell of a picture. */
export async function findPicture(wanted: Wanted): Promise<FoundImage> {
  const element = findWanted(wanted)
  const picture = element && pictureOf(element)
  const addresses = picture ? (await largestLayer(picture.layers)).slice(0, mostAddresses) : []
  return {
    addresses: addresses.length > 0 || wanted.by !== 'address' ? addresses : [wanted.srcUrl],
    shown: shownBy(element),
    drawn: picture && isDrawn(picture) ? await drawPicture(picture.element) : null,
    pageUrl: location.href,
    pageTitle: document.title,
  }
}

/** What the browser has loaded and shows: this much of a page's words is the browser's own. */
function shownBy(element: Element | null): string | null {
  return element instanceof HTMLImageElement && element.naturalWidth > 0 ? element.currentSrc : null
}

/** Whether the page draws it: a video that has not begun shows a picture of its own, which has an address. */
function isDrawn({ kind, element, layers }: PictureInPage): boolean {
  if (element instanceof HTMLVideoElement) return layers.length === 0 || element.currentTime > 0 || !element.paused
  return kind === 'canvas' || kind === 'vector'
}

/** The picture as this page draws it. */
export async function drawWanted(wanted: Wanted): Promise<string | null> {
  const element = findWanted(wanted)
  return element && drawPicture(element)
}

/** The pixels of an SVG file, about as large as the page shows it. */
export async function drawVectorFile(file: string, wanted: Wanted): Promise<string | null> {
  const shown = findWanted(wanted)?.getBoundingClientRect() ?? null
  const pixels = await drawVector(await (await fetch(file)).blob(), shown)
  return pixels && asDataAddress(pixels)
}
