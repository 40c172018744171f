/** A file as a listing tells it. */
export interface StoredFile {
  key: string
  /** When it was last written. */
  writtenAt: Date
}

/** Where image files lie, by key. Keys are content hashes (some with a suffix): the bytes under a key never change. */
export interface ImageStorage {
  /** Resolves when the file would survive a power cut. Readers see all of it or nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null where there is no such file. */
  get(key: string): Promise<Uint8Array | null>
  /** One that is not there is deleted, too. */
  delete(key: string): Promise<void>
  /** The files of one shelf, all of them, in no order. */
  list(shelf: string): AsyncIterable<StoredFile>
}

/** Every shelf there is. Looking through the storage goes shelf by shelf, so that no look takes long. */
export const shelves: readonly string[] = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'))

/** Where a key's file lies, below the folder or in the bucket: one folder with a million files is slow to list and to back up. */
export function placeOf(key: string): string {
  return `${key.slice(0, 2)}/${key}`
}
