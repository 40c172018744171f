import { pictureFrom, pictureWithinMs } from './picture'

/** Largest picture carried from a page to the worker: the server's limit is 25 MB, a message of the browser holds 64 MB. */
const maxBytes = 25 * 1024 * 1024

/** Whether a script in this page may read the address without anyone's permission. */
function readable(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.protocol === 'data:' || url.protocol === 'blob:' || url.origin === location.origin
}

function asDataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** The bytes of the first address that this page may read, as a `data:` address; null where there is none. */
export async function readInPage(addresses: string[]): Promise<string | null> {
  const signal = AbortSignal.timeout(pictureWithinMs)
  for (const address of addresses.filter(readable)) {
    const blob = await pictureFrom(address, { credentials: 'same-origin', signal })
    if (blob && blob.size <= maxBytes) return asDataAddress(blob)
  }
  return null
}
