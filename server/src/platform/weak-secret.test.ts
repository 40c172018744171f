import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { weaknessOf } from './weak-secret.ts'

test('what is made at random will do, in every usual way of writing it', () => {
  for (let i = 0; i < 500; i++) {
    const bytes = createHash('sha512').update(`secret ${i}`).digest()
    for (const written of ['hex', 'base64', 'base64url'] as const) {
      expect(weaknessOf(bytes.subarray(0, 32).toString(written))).toBeNull()
      expect(weaknessOf(bytes.toString(written))).toBeNull()
    }
    expect(weaknessOf(bytes.subarray(0, 16).toString('hex'))).toBeNull()
  }
})

test.each([
  ['', 'needs at least 32 characters'],
  ['k3J-short', 'needs at least 32 characters'],
  [' '.repeat(40), 'has fewer than 10 different characters'],
  ['01'.repeat(16), 'has fewer than 10 different characters'],
  ['please-change-me-before-you-go-live-1', 'holds a word that others would try first'],
  ['ThisIsMySuperSecretKeyForProduction1', 'holds a word that others would try first'],
  ['Passw0rd-of-the-studio-in-the-street', 'holds a word that others would try first'],
  ['indigo-print.indigo-print.indigo-print.', 'says the same again and again'],
  ['abcdefghijklmnopqrstuvwxyz0123456789', 'is a row of neighbours, like 123 and abc'],
])('“%s” %s', (secret, weakness) => {
  expect(weaknessOf(secret)).toBe(weakness)
})
