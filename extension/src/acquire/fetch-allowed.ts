import { ofOneSite } from '../sites'
import { pictureFrom, pictureWithinMs } from './picture'
import { isPrivateHost } from './private-host'

/** A picture as the browser itself told of it: what a page adds to this is the page's own word. */
export interface Named {
  srcUrl: string
  /** The document that shows it. */
  pageUrl: string | null
}

/**
 * Fetches the first address that the worker may fetch for this picture; null where there is none.
 * The worker's requests go where no page's may: so a page that names other people's addresses is not obeyed,
 * and no redirect is followed to where nobody looked.
 */
export async function fetchAllowed(addresses: string[], named: Named): Promise<Blob | null> {
  const signal = AbortSignal.timeout(pictureWithinMs)
  for (const address of addresses) {
    const credentials = await credentialsFor(address, named)
    const picture = credentials && (await pictureFrom(address, { credentials, redirect: 'error', signal }))
    if (picture) return picture
  }
  return null
}

/** With or without cookies; null where the worker asks nothing of that address. */
async function credentialsFor(address: string, named: Named): Promise<RequestCredentials | null> {
  const url = URL.parse(address)
  if (url === null) return null
  if (url.protocol === 'data:') return address.startsWith('data:image/') ? 'omit' : null
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (!belongs(url, named)) return null
  // Patterns know no ports.
  if (!(await chrome.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] }))) return null
  return address === named.srcUrl ? 'include' : 'omit'
}

/** Whether an address is the clicked picture's, or beside it; on this machine and in private networks only the page's own is. */
function belongs(url: URL, { srcUrl, pageUrl }: Named): boolean {
  if (isPrivateHost(url) && url.origin !== URL.parse(pageUrl ?? '')?.origin) return false
  const source = URL.parse(srcUrl)
  return source !== null && (url.origin === source.origin || ofOneSite(url, source))
}
