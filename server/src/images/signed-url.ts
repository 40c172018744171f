import { createHmac, timingSafeEqual } from 'node:crypto'

/** What an address gives: the picture, its preview, its shapes, or a file for print, made as the terms after the `?` say. */
export type Variant = 'full' | 'thumb' | 'svg' | `file?${string}`

/** How long an address works, in ms. Rounded, so that the same image keeps the same address for a while and is cached. */
const lifetime = 60 * 60 * 1000

export interface UrlSigner {
  /** The path and query under which one account may fetch an image for the next one to two hours. */
  sign(imageId: string, variant: Variant, accountId: string): string
  /** Whether an address was made here for that account and still works. */
  verify(address: { imageId: string; variant: Variant; accountId: string; expires: number; signature: string }): boolean
}

export function createUrlSigner(secret: string, now: () => Date): UrlSigner {
  const signatureOf = (imageId: string, variant: Variant, accountId: string, expires: number) =>
    createHmac('sha256', secret).update(`image ${imageId} ${variant} ${accountId} ${expires}`).digest('base64url')
  return {
    sign: (imageId, variant, accountId) => {
      const expires = (Math.floor(now().getTime() / lifetime) + 2) * lifetime
      const proof = `e=${expires}&s=${signatureOf(imageId, variant, accountId, expires)}`
      return `/images/${imageId}/${variant}${variant.includes('?') ? '&' : '?'}${proof}`
    },
    verify: ({ imageId, variant, accountId, expires, signature }) => {
      if (expires <= now().getTime()) return false
      const wanted = Buffer.from(signatureOf(imageId, variant, accountId, expires))
      const given = Buffer.from(signature)
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
  }
}
