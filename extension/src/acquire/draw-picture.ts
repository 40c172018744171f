import { drawn } from './draw'
import { asDataAddress, drawVector } from './draw-vector'
import { nextFrame } from './next-frame'
import { pictureOf } from './picture-in-page'
import { wholeSvg } from './whole-svg'

/** What this page draws, or has drawn, as a `data:` address; null where it may not be read or nothing is there. */
export async function drawPicture(element: Element): Promise<string | null> {
  const file = await fileOf(element)
  return file && asDataAddress(file)
}

async function fileOf(element: Element): Promise<Blob | null> {
  if (element instanceof HTMLCanvasElement) {
    // A GPU's canvas can be read only within the frame that the page draws it in.
    await nextFrame()
    return drawn(element, element)
  }
  if (element instanceof HTMLVideoElement) {
    const { videoWidth: width, videoHeight: height, readyState } = element
    return readyState < HTMLMediaElement.HAVE_CURRENT_DATA ? null : drawn(element, { width, height })
  }
  if (element instanceof HTMLImageElement) {
    return element.complete ? drawn(element, { width: element.naturalWidth, height: element.naturalHeight }) : null
  }
  const picture = pictureOf(element)
  if (picture?.kind !== 'vector' || !(picture.element instanceof SVGElement)) return null
  const file = await wholeSvg(picture.element)
  return file && drawVector(file, picture.element.getBoundingClientRect())
}
