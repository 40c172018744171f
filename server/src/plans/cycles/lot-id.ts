import { createHash } from 'node:crypto'

/** A lot's id, made of the business fact that it is granted for: whoever knows the fact finds the lot. */
export function lotIdOf(key: string): string {
  return createHash('sha256').update(`lot ${key}`).digest('base64url')
}
