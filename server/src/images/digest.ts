import { createHash } from 'node:crypto'

/** SHA-256 as hex. The pixels of a large print take a tenth of a second: they are hashed where that holds nobody up. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
