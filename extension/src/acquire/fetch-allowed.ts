import { ofOneSite } from '../sites'
import { pictureFrom, pictureWithinMs } from './picture'
import { isPrivateHost } from './private-host'

/** A picture as the browser itself told of it: what a page adds to this is the page's own word. */
export interface Named {
  /** Null where it named none: then only the page speaks of addresses. */
  srcUrl: string | null
  /** The document that shows it. */
  pageUrl: string | null
  /** What our own script saw the browser show in the picked element; null where it saw no address. */
  shown: string | null
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
  const page = URL.parse(named.pageUrl ?? '')
  const itself = address === named.srcUrl
  const seen = address === named.shown && !isPrivateHost(url)
  if (!itself && !seen && !belongs(url, named.srcUrl === null ? page : URL.parse(named.srcUrl), page)) return null
  // Patterns know no ports.
  if (!(await chrome.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] }))) return null
  // The browser has asked for the picture itself already, but where its page is a stranger to that host, without all cookies.
  return itself && (!isPrivateHost(url) || url.hostname === page?.hostname) ? 'include' : 'omit'
}

/** Whether an address that the page names is beside the clicked picture's (or the page's, where none was named); on this machine and in private networks, its own. */
function belongs(url: URL, source: URL | null, page: URL | null): boolean {
  if (source === null || (isPrivateHost(url) && url.origin !== page?.origin)) return false
  return url.origin === source.origin || ofOneSite(url, source)
}
