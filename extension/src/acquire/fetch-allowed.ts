import { pictureFrom } from './picture'

/** Fetches the first address whose host the designer (or the manifest) allows; null where there is none. */
export async function fetchAllowed(addresses: string[]): Promise<Blob | null> {
  for (const address of addresses) {
    const picture = (await allowed(address)) ? await pictureFrom(address) : null
    if (picture) return picture
  }
  return null
}

async function allowed(address: string): Promise<boolean> {
  const url = URL.parse(address)
  if (url?.protocol === 'data:') return true
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return false
  // Patterns know no ports.
  return chrome.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] })
}
