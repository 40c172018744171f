/** The browsers' stores let no extension work on their pages. */
const stores = ['chromewebstore.google.com', 'chrome.google.com', 'microsoftedge.microsoft.com', 'addons.mozilla.org']

/**
 * Whether the browser lets nobody into a page with that address: its own pages, its store, pages of extensions. An address
 * that is not told is taken for an open one: trying tells.
 */
export function isClosedPage(address: string | undefined): boolean {
  if (address === undefined || address === '') return false
  const url = URL.parse(address)
  if (url === null) return true
  return !['http:', 'https:', 'file:'].includes(url.protocol) || stores.includes(url.hostname)
}
