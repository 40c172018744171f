import { cssPicturesOf } from './css-images'
import { addressesOfImage } from './image-sizes'

/** What an element shows, as far as it can be told without loading anything. */
export interface PictureInPage {
  kind: 'image' | 'vector' | 'canvas' | 'video' | 'css'
  element: Element
  /** Addresses of the picture, largest first. Of CSS, where several layers are pictures, those of each. */
  layers: string[][]
}

/** The picture that an element shows; null where it shows none. */
export function pictureOf(element: Element): PictureInPage | null {
  const addresses = addressesOf(element)
  if (addresses !== null && addresses.length > 0) {
    return { kind: element instanceof HTMLVideoElement ? 'video' : 'image', element, layers: [addresses] }
  }
  if (element instanceof HTMLVideoElement) return { kind: 'video', element, layers: [] }
  if (element instanceof HTMLCanvasElement) return { kind: 'canvas', element, layers: [] }
  if (element instanceof SVGElement) {
    const whole = element.ownerSVGElement ?? element
    return { kind: 'vector', element: outermost(whole), layers: [] }
  }
  const layers = cssPicturesOf(element)
  return layers.length > 0 ? { kind: 'css', element, layers } : null
}

/** Of an element that shows a file: its addresses. Null for others. */
function addressesOf(element: Element): string[] | null {
  if (element instanceof HTMLImageElement) return addressesOfImage(element)
  if (element instanceof HTMLVideoElement) return present(element.poster)
  if (element instanceof SVGImageElement) return present(element.href.baseVal)
  if (element instanceof HTMLInputElement) return element.type === 'image' ? present(element.src) : null
  if (element instanceof HTMLObjectElement) return present(element.data)
  if (element instanceof HTMLEmbedElement) return present(element.src)
  return null
}

function present(address: string): string[] {
  const url = address === '' ? null : URL.parse(address, document.baseURI)
  return url === null ? [] : [url.href]
}

function outermost(svg: SVGElement): SVGElement {
  return svg.ownerSVGElement === null ? svg : outermost(svg.ownerSVGElement)
}
