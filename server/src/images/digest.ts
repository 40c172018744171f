import { webcrypto } from 'node:crypto'

/** SHA-256 as hex, made beside the event loop: the pixels of a large print take a tenth of a second. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(
    await webcrypto.subtle.digest('SHA-256', Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
  ).toString('hex')
}
