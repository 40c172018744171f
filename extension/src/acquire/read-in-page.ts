import { asDataAddress } from './draw-vector'
import { pictureFrom, pictureWithinMs } from './picture'

/** Largest picture carried from a page to the worker: the server's limit is 25 MB, a message of the browser holds 64 MB. */
const maxBytes = 25 * 1024 * 1024

/**
 * The bytes behind an address as a `data:` address, as far as this very page may read them: its own host's with its
 * cookies, another host's where that host allows every page. Null where there is nothing to be had.
 */
export async function readInPage(address: string): Promise<string | null> {
  const url = URL.parse(address)
  if (url === null || !/^(https?|data|blob):$/.test(url.protocol)) return null
  // What the page shows is in the browser's store already, and may be another picture at the next asking.
  const signal = AbortSignal.timeout(pictureWithinMs)
  const read = (cache: RequestCache) => pictureFrom(address, { credentials: 'same-origin', cache, signal })
  const isElsewhere = url.origin !== location.origin && url.protocol.startsWith('http')
  // What was stored for an `<img>` names nobody who may read it: many hosts allow every page only where it is asked for anew.
  const blob = (await read('force-cache')) ?? (isElsewhere ? await read('reload') : null)
  return blob && blob.size <= maxBytes ? asDataAddress(blob) : null
}
