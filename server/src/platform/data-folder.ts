import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { weaknessOf } from './weak-secret.ts'

/** The data folder cannot be used. The message says why and what to do. */
export class DataFolderError extends Error {}

/** Makes the folder, if it is not there. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new DataFolderError(`The data folder ${folder} can't be made: ${messageOf(cause)}. Set TOILE_DATA to another.`, {
      cause,
    })
  }
}

/**
 * Makes the folder and keeps every other server out of it until this process ends, however it ends: two servers on one SQLite
 * file would take each other's jobs. The lock is SQLite's own on a file beside the database, which the system drops with the process.
 * @returns gives the folder free
 */
export function claimDataFolder(folder: string): () => void {
  makeDataFolder(folder)
  const lock = new Database(join(folder, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new DataFolderError(
      `Another Toile server uses the data folder ${folder}. Stop it first, or set TOILE_DATA to another.`,
      { cause },
    )
  }
  return () => lock.close()
}

/** A secret of this installation's own, made at the first start, so that it needs no settings. */
export function keptSecret(folder: string): string {
  const file = join(folder, 'secret')
  if (!existsSync(file)) {
    const aside = `${file}.${randomUUID()}.part`
    writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600 })
    takePlace(aside, file)
  }
  const secret = readFileSync(file, 'utf8').trim()
  const weakness = weaknessOf(secret)
  if (weakness !== null)
    throw new DataFolderError(`The secret in ${file} ${weakness}. Delete it for a new one: everybody then signs in again.`)
  return secret
}

/** Of two servers that start together on one folder, the first one's file stays. */
function takePlace(aside: string, file: string): void {
  try {
    linkSync(aside, file)
  } catch {
    // Somebody was quicker, or it is a file system without links.
    if (!existsSync(file)) renameSync(aside, file)
  } finally {
    rmSync(aside, { force: true })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
