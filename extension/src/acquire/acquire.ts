import type { Image, Provenance } from 'shared'
import { ApiError } from '../failures'
import { injectTool, say } from '../page-tool/reach'
import type { Picked, Source } from '../storage'
import { fetchAllowed, type Named } from './fetch-allowed'
import { type FoundImage, foundImage } from './found-image'
import { photograph } from './photograph'
import { isDrawing } from './picture'

/** A page that hangs answers no message; without an answer there are still two other ways to the picture. */
const pageWithinMs = 20_000

type Upload = (file: Blob, from: Provenance) => Promise<Image>

/**
 * From a click to a picture on the server: read by the page, else fetched by the worker where the designer
 * allowed that host, else photographed from the screen. Throws `ApiError`.
 */
export async function acquire(picked: Picked, upload: Upload): Promise<Source> {
  const found = await findInPage(picked)
  const { blob, captured } = await bytesOf(picked, found)
  const from = provenanceOf(picked, found)
  const image = await upload(blob, from)
  return { state: 'ready', image, pageTitle: from.pageTitle, pageUrl: from.pageUrl, captured }
}

async function findInPage(picked: Picked): Promise<FoundImage | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), pageWithinMs))
  return Promise.race([askPage(picked), late])
}

async function askPage({ tabId, frameId, wanted }: Picked): Promise<FoundImage | null> {
  if (wanted.by === 'region' || !(await injectTool(tabId, frameId))) return null
  const answer = await say(tabId, { type: 'bg-page-image-find', wanted }, frameId)
  // Our own script's answer, but it comes out of a foreign page's process.
  return foundImage.safeParse(answer).data ?? null
}

async function bytesOf(picked: Picked, found: FoundImage | null): Promise<{ blob: Blob; captured: boolean }> {
  const named = namedOf(picked)
  const addresses = [...new Set([...(found?.addresses ?? []), ...(named.srcUrl === null ? [] : [named.srcUrl])])]
  const read = (found?.data ? await fetchAllowed([found.data], named) : null) ?? (await fetchAllowed(addresses, named))
  // A drawing (SVG) is photographed: the server takes pixels only.
  if (read && !isDrawing(read)) return { blob: read, captured: false }

  // In a frame within the page nobody knows where on the screen the box is.
  const shot = picked.wanted.by === 'region' || (found && picked.frameId === 0) ? await photograph(picked) : null
  if (shot) return { blob: shot, captured: true }
  throw new ApiError(read ? 'UNSUPPORTED_IMAGE' : 'OUT_OF_REACH')
}

/** What the browser itself said of it. */
function namedOf({ wanted, pageUrl }: Picked): Named {
  return { srcUrl: wanted.by === 'address' ? wanted.srcUrl : null, pageUrl }
}

/** Where it came from, within the contract's limits; a `data:` address says nothing. */
function provenanceOf(picked: Picked, found: FoundImage | null): Provenance {
  const pageUrl = found?.pageUrl ?? picked.pageUrl
  const imageUrl = found?.addresses[0] ?? namedOf(picked).srcUrl ?? ''
  return {
    pageUrl: pageUrl && pageUrl.length <= 4000 ? pageUrl : null,
    pageTitle: (found?.pageTitle ?? picked.pageTitle)?.slice(0, 500) || null,
    imageUrl: /^https?:/.test(imageUrl) && imageUrl.length <= 4000 ? imageUrl : null,
  }
}
