import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { sha256 } from './digest.ts'
import type { ImageStorage } from './storage.ts'

/** Files of the storage, each with its row: what no row knows is deleted some day, and what an image points at never is. */
export interface Files {
  /**
   * Keeps bytes, and a thumbnail of them, under their hash; where that is known, they are not hashed again. The row is touched before anything is written: from then on the
   * file stays for `spareMs`, long enough for an image to point at it.
   */
  keep(bytes: Uint8Array, thumbnail?: Uint8Array, hash?: string): Promise<string>
  /** Throws where the file is gone: a row says that it is there. */
  read(key: string): Promise<Uint8Array>
}

/**
 * How long a file stays that nothing points at, in ms: a day. Between the writing of a file and the row of its image lie
 * seconds; an image that is made on a laptop may lie a night in between.
 */
export const spareMs = 24 * 3_600_000

export function createFiles({ db, storage, clock }: { db: Db; storage: ImageStorage; clock: Clock }): Files {
  return {
    keep: async (bytes, thumbnail, hash) => {
      const key = hash ?? sha256(bytes)
      const touchedAt = clock.now()
      await db.write.imageFile.upsert({ where: { key }, create: { key, touchedAt }, update: { touchedAt } })
      await Promise.all([storage.put(key, bytes), thumbnail && storage.put(thumbKey(key), thumbnail)])
      return key
    },
    read: async (key) => {
      const file = await storage.get(key)
      if (file === null) throw new Error(`The file ${key} is missing from the storage`)
      return file
    },
  }
}

const thumbEnding = '.thumb.webp'

export function thumbKey(key: string): string {
  return key + thumbEnding
}

/** The key of the picture that a file belongs to: of a thumbnail its picture's, else its own. */
export function pictureKey(key: string): string {
  return key.endsWith(thumbEnding) ? key.slice(0, -thumbEnding.length) : key
}
