import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ImageStorage, placeOf } from './storage.ts'

/** A file that is being written. One that stays behind after a crash lies beside the others and is listed like them. */
const unfinished = '.part'

/** Files in a folder of this machine. */
export function diskStorage(folder: string): ImageStorage {
  const pathOf = (key: string) => join(folder, placeOf(key))
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      // Somebody else may have written it just now, and not yet be sure of its name.
      if (existsSync(path)) return syncFolder(dirname(path))
      const first = await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, bytes)
      // A new folder's name lies in the one above it.
      if (first !== undefined) await Promise.all([syncFolder(folder), syncFolder(dirname(first))])
    },
    get: (key) => unlessAbsent(readFile(pathOf(key))),
    delete: async (key) => {
      const path = pathOf(key)
      await rm(path, { force: true })
      await unlessAbsent(syncFolder(dirname(path)))
    },
    list: async function* (shelf) {
      for (const key of (await unlessAbsent(readdir(join(folder, shelf)))) ?? []) {
        const file = await unlessAbsent(stat(join(folder, shelf, key)))
        if (file?.isFile()) yield { key, writtenAt: file.mtime }
      }
    },
  }
}

/** Writes beside the path, then moves there: nobody ever reads half a file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomUUID()}${unfinished}`
  try {
    const file = await open(aside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

/** A name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder and keeps names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Null instead of the error that there is no such file. */
async function unlessAbsent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
