import type { Image, Provenance } from 'shared'
import type { Picked, Source } from '../storage'
import { findInPage, fromData, pictureByPage } from './ask-page'
import { fetchAllowed, type Named } from './fetch-allowed'
import type { FoundImage } from './found-image'
import { NotTaken } from './not-taken'
import { photograph } from './photograph'
import { isDrawing } from './picture'

/** After this no further address is tried: what the screen shows is taken. */
const addressesWithinMs = 30_000

type Upload = (file: Blob, from: Provenance) => Promise<Image>

interface Taken {
  blob: Blob
  /** Where the bytes came from; null where no address gave them. */
  address: string | null
  /** Whether it is only what the screen shows of it, and then whether the screen shows all of it. */
  captured: boolean
  whole: boolean
}

/**
 * From a click to a picture on the server: what the page draws itself; else its addresses, largest first, each read by
 * the page or fetched by the worker; else drawn from what is shown; else photographed from the screen. Throws `ApiError`.
 */
export async function acquire(picked: Picked, upload: Upload): Promise<Source> {
  const found = await findInPage(picked)
  const { blob, address, captured, whole } = await take(picked, found)
  const from = provenanceOf(picked, found, address)
  const image = await upload(blob, from)
  return { state: 'ready', image, pageTitle: from.pageTitle, pageUrl: from.pageUrl, captured, ...(whole ? {} : { partly: true }) }
}

async function take(picked: Picked, found: FoundImage | null): Promise<Taken> {
  if (found?.drawn) return { blob: await fromData(found.drawn), address: null, captured: false, whole: true }
  const read = await fromAddresses(picked, found)
  if (read && !isDrawing(read.blob)) return { ...read, captured: false, whole: true }
  const drawn = found && (await pictureByPage(picked, { type: 'bg-page-image-draw', wanted: picked.wanted }))
  if (drawn) return { blob: drawn, address: null, captured: false, whole: true }
  const shot = await photograph(picked)
  if (shot !== null && shot !== 'forbidden') return { ...shot, address: null, captured: true }
  throw new NotTaken(read ? 'UNSUPPORTED_IMAGE' : 'OUT_OF_REACH', await toAllow(picked, found, shot === 'forbidden'))
}

/** The least that helps: the picture's own host; else the page's, where nobody was let in; else a photograph of any page. */
async function toAllow(picked: Picked, found: FoundImage | null, photographForbidden: boolean): Promise<string | null> {
  const address = picked.wanted.by === 'address' ? picked.wanted.srcUrl : (found?.shown ?? null)
  for (const wanted of [address, found === null ? picked.pageUrl : null]) {
    const url = URL.parse(wanted ?? '')
    if (url === null || !/^https?:$/.test(url.protocol)) continue
    const origin = `${url.protocol}//${url.hostname}/*`
    if (!(await chrome.permissions.contains({ origins: [origin] }))) return origin
  }
  return photographForbidden ? '<all_urls>' : null
}

type Read = Pick<Taken, 'blob' | 'address'>

/** The first that is to be had; a drawing's own file (SVG) only where no pixels can be made of it: the server takes pixels. */
async function fromAddresses(picked: Picked, found: FoundImage | null): Promise<Read | null> {
  const named: Named = { ...namedOf(picked), shown: found?.shown ?? null }
  const deadline = Date.now() + addressesWithinMs
  let drawing: Read | null = null
  for (const address of addressesOf(picked, found)) {
    if (Date.now() > deadline) break
    const byPage = found && (await pictureByPage(picked, { type: 'bg-page-image-read', address }))
    const blob = byPage ?? (await fetchAllowed([address], named))
    if (blob && !isDrawing(blob)) return { blob, address }
    const pixels = blob && found && (await pixelsOf(blob, picked))
    if (pixels) return { blob: pixels, address }
    if (blob) drawing ??= { blob, address }
  }
  return drawing
}

function addressesOf(picked: Picked, found: FoundImage | null): string[] {
  if (found && found.addresses.length > 0) return found.addresses
  const { srcUrl } = namedOf(picked)
  return srcUrl === null ? [] : [srcUrl]
}

/** A drawing's file as pixels: only a page can draw it. */
async function pixelsOf(drawing: Blob, picked: Picked): Promise<Blob | null> {
  const file = `data:image/svg+xml,${encodeURIComponent(await drawing.text())}`
  return pictureByPage(picked, { type: 'bg-page-vector-draw', file, wanted: picked.wanted })
}

/** What the browser itself said of it. */
function namedOf({ wanted, pageUrl }: Picked): Omit<Named, 'shown'> {
  return { srcUrl: wanted.by === 'address' ? wanted.srcUrl : null, pageUrl }
}

/** Where it came from, within the contract's limits; a `data:` address says nothing. */
function provenanceOf(picked: Picked, found: FoundImage | null, address: string | null): Provenance {
  const pageUrl = found?.pageUrl ?? picked.pageUrl
  const imageUrl = address ?? found?.addresses[0] ?? namedOf(picked).srcUrl ?? ''
  return {
    pageUrl: pageUrl && pageUrl.length <= 4000 ? pageUrl : null,
    pageTitle: (found?.pageTitle || picked.pageTitle)?.slice(0, 500) || null,
    imageUrl: /^https?:/.test(imageUrl) && imageUrl.length <= 4000 ? imageUrl : null,
  }
}
