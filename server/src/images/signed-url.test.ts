import { expect, test } from 'vitest'
import { createUrlSigner } from './signed-url.ts'

const now = () => new Date('2026-11-22T09:00:00Z')
const signer = createUrlSigner('a secret of at least thirty-two characters', now)

function parse(path: string) {
  const url = new URL(path, 'http://127.0.0.1')
  return { expires: Number(url.searchParams.get('e')), signature: url.searchParams.get('s') ?? '' }
}

test('an address is good for its image, variant and account alone', () => {
  const proof = parse(signer.sign('image-1', 'full', 'account-1'))
  const good = { imageId: 'image-1', variant: 'full', accountId: 'account-1', ...proof } as const
  expect(signer.verify(good)).toBe(true)
  expect(signer.verify({ ...good, accountId: 'account-2' })).toBe(false)
  expect(signer.verify({ ...good, imageId: 'image-2' })).toBe(false)
  expect(signer.verify({ ...good, variant: 'thumb' })).toBe(false)
  expect(signer.verify({ ...good, expires: good.expires + 1 })).toBe(false)
})

test('an address made with another secret is not good', () => {
  const other = createUrlSigner('another secret of thirty-two characters', now)
  const proof = parse(other.sign('image-1', 'full', 'account-1'))
  expect(signer.verify({ imageId: 'image-1', variant: 'full', accountId: 'account-1', ...proof })).toBe(false)
})
