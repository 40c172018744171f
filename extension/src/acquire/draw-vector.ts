import { drawn } from './draw'

/** Longest edge in px that a drawing without pixels is given: twice what the page shows, within these. */
const leastEdge = 1024
const mostEdge = 2048

/**
 * The pixels of an SVG file. It is drawn as an image, so none of its scripts runs and nothing is loaded for it.
 * Null where the browser cannot draw it.
 */
export async function drawVector(file: Blob, shown: { width: number; height: number } | null): Promise<Blob | null> {
  const image = new Image()
  // A `data:` address: drawings from `blob:` addresses that hold HTML may not be read.
  image.src = await asDataAddress(file)
  try {
    await image.decode()
  } catch (error) {
    console.info('Toile: a drawing that the browser cannot draw', error)
    return null
  }
  const { naturalWidth: width, naturalHeight: height } = image
  if (width === 0 || height === 0) return null
  const longest = Math.max(width, height)
  const wished = 2 * devicePixelRatio * Math.max(shown?.width ?? 0, shown?.height ?? 0, longest)
  const scale = Math.min(mostEdge, Math.max(leastEdge, wished)) / longest
  image.width = Math.round(width * scale)
  image.height = Math.round(height * scale)
  return drawn(image, { width: image.width, height: image.height })
}

/** The bytes of a file as an address that holds them. */
export function asDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
