import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** Where ids, secrets and seeds come from, so that tests can replay. */
export interface Ids {
  /** A new opaque id; unguessable. */
  next(): string
  /** A token that proves something, 256 bits. */
  secret(): string
  /** A seed for an engine, 0 to 2^31 - 1. */
  seed(): number
}

export const randomIds: Ids = {
  next: () => randomUUID(),
  secret: () => randomBytes(32).toString('base64url'),
  seed: () => randomInt(2 ** 31 - 1),
}
