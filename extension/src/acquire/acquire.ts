import type { Image, Provenance } from 'shared'
import { ApiError, type FailureCode } from '../failures'
import type { Source } from '../overlay-session'
import { findInPage, fromData, pictureByPage } from './ask-page'
import { fetchAllowed, type Named } from './fetch-allowed'
import type { FoundImage } from './found-image'
import { NotTaken } from './not-taken'
import { photograph } from './photograph'
import type { Picked } from './picked'
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

/** What the server says of bytes that another way to the same picture may make up for. */
const refusals: readonly FailureCode[] = ['UNSUPPORTED_IMAGE', 'IMAGE_TOO_LARGE']

/**
 * From a click to a picture on the server: what the page draws itself; else its addresses, largest first, each read by
 * the page or fetched by the worker; else drawn from what is shown; else photographed from the screen. What the server does
 * not take (a kind of file that only browsers read, one that is broken or too large) leaves the next way. Throws `ApiError`.
 */
export async function acquire(picked: Picked, upload: Upload): Promise<Source> {
  const found = await findInPage(picked)
  let refused: ApiError | null = null
  const bring = async ({ blob, address, captured, whole }: Taken): Promise<Source | null> => {
    const from = provenanceOf(picked, found, address)
    try {
      if (isDrawing(blob)) throw new ApiError('UNSUPPORTED_IMAGE')
      const image = await upload(blob, from)
      return {
        state: 'ready',
        image,
        pageTitle: from.pageTitle,
        pageUrl: from.pageUrl,
        captured,
        ...(whole ? {} : { partly: true }),
      }
    } catch (error) {
      if (!(error instanceof ApiError) || !refusals.includes(error.code)) throw error
      refused = error
      console.info('Toile: these bytes are not taken', address, error)
      return null
    }
  }
  for await (const file of filesOf(picked, found)) {
    const source = await bring({ ...file, captured: false, whole: true })
    if (source) return source
  }
  const shot = await photograph(picked)
  const source = shot !== null && shot !== 'forbidden' ? await bring({ ...shot, address: null, captured: true }) : null
  if (source) return source
  throw new NotTaken(refused ?? new ApiError('OUT_OF_REACH'), await toAllow(picked, found, shot === 'forbidden'))
}

/** The picture's own bytes, the best first: each is looked for only once the one before it did not do. */
async function* filesOf(picked: Picked, found: FoundImage | null): AsyncGenerator<Read> {
  if (found?.drawn) yield { blob: await fromData(found.drawn), address: null }
  else yield* fromAddresses(picked, found)
  const drawn = found && (await pictureByPage(picked, { type: 'bg-page-image-draw', wanted: picked.wanted }))
  if (drawn) yield { blob: drawn, address: null }
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

/** What the addresses give; of a drawing (SVG) its pixels, and its own file only where none can be made of it. */
async function* fromAddresses(picked: Picked, found: FoundImage | null): AsyncGenerator<Read> {
  const named: Named = { ...namedOf(picked), shown: found?.shown ?? null }
  const deadline = Date.now() + addressesWithinMs
  for (const address of addressesOf(picked, found)) {
    if (Date.now() > deadline) break
    const byPage = found && (await pictureByPage(picked, { type: 'bg-page-image-read', address }))
    const blob = byPage ?? (await fetchAllowed([address], named))
    const pixels = blob && found && isDrawing(blob) && (await pixelsOf(blob, picked))
    if (blob) yield { blob: pixels || blob, address }
  }
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
