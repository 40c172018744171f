import { sniffedType } from './sniff'

/** How long all addresses of one picture together may take to answer. */
export const pictureWithinMs = 15_000

/** More addresses of one picture than any page has with good reason. */
export const mostAddresses = 12

/** The picture behind an address, or null where there is none to be had: not found, refused, empty, late, not a picture. */
export async function pictureFrom(address: string, how: RequestInit): Promise<Blob | null> {
  try {
    const response = await fetch(address, how)
    // A film may be long: it is not read to its end to find that it is no picture.
    const isFilm = /^(video|audio)\//.test(response.headers.get('content-type') ?? '')
    if (!response.ok || isFilm) {
      await response.body?.cancel()
      return null
    }
    const blob = await response.blob()
    if (blob.size === 0) return null
    const type = (await sniffedType(blob)) ?? blob.type
    return type.startsWith('image/') ? blob.slice(0, blob.size, type) : null
  } catch (error) {
    // A host that refuses or is gone; the caller has other ways.
    console.info('Toile: not fetched', error)
    return null
  }
}

/** Vector drawings are no pictures to the server. */
export function isDrawing(blob: Blob): boolean {
  return blob.type.startsWith('image/svg')
}
