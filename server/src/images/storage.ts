import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where image files lie, by key. Keys are content hashes, so writing one twice does no harm. */
export interface ImageStorage {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null where there is no such file. */
  get(key: string): Promise<Uint8Array | null>
}

/** Files in a folder of this machine. */
export function diskStorage(folder: string): ImageStorage {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return {
    put: (key, bytes) => disk.put(shelf(key), bytes),
    get: async (key) => ((await disk.exists(shelf(key))) ? await disk.getBytes(shelf(key)) : null),
  }
}

/** Spreads files over 256 folders: one folder with a million files is slow to list and to back up. */
function shelf(key: string): string {
  return `${key.slice(0, 2)}/${key}`
}
