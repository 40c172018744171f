import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where image files lie, by key. Keys are content hashes, so a key that is there need not be written again. */
export interface ImageStorage {
  /** Resolves when the file would survive a power cut. Readers see all of it or nothing. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Null where there is no such file. */
  get(key: string): Promise<Uint8Array | null>
}

/** Files in a folder of this machine. */
export function diskStorage(folder: string): ImageStorage {
  const placeOf = (key: string) => join(folder, shelf(key))
  return {
    put: async (key, bytes) => {
      const place = placeOf(key)
      if (existsSync(place)) return
      await mkdir(dirname(place), { recursive: true })
      await writeWhole(place, bytes)
    },
    get: async (key) => {
      try {
        return await readFile(placeOf(key))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
  }
}

/** Writes beside the place, then moves there: nobody ever reads half a file, and a crash leaves none. */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const aside = `${place}.${randomUUID()}.part`
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, place)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

/** Spreads files over 256 folders: one folder with a million files is slow to list and to back up. */
function shelf(key: string): string {
  return join(key.slice(0, 2), key)
}
