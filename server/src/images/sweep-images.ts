import * as z from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import { type Sql, sql } from '../platform/sql.ts'
import { pictureKey, spareMs, thumbKey } from './files.ts'
import { cutoff } from './gallery.ts'
import { type ImageStorage, shelves } from './storage.ts'

interface SweepDeps {
  db: Db
  storage: ImageStorage
  clock: Clock
}

/** Most rows of one run; what is left is for the next. */
const batchSize = 256

/** Takes the rows away of images whose deletion nobody can undo any more. Answers how many. */
export async function sweepDeletedImages({ db, clock }: SweepDeps): Promise<number> {
  const gone = { deletedAt: { lte: cutoff(clock) } }
  const rows = await db.read.image.findMany({ where: gone, select: { id: true }, take: batchSize, orderBy: { deletedAt: 'asc' } })
  if (rows.length === 0) return 0
  const { count } = await db.write.image.deleteMany({ where: { id: { in: rows.map(({ id }) => id) }, ...gone } })
  return count
}

const keys = z.array(z.object({ key: z.string() }))

/**
 * Deletes the files that no image points at, of any account: of images that are gone, and of results never delivered. One that
 * cannot be deleted ends the run and is put off for a day, so that it does not keep those behind it.
 */
export async function sweepSpareFiles(deps: SweepDeps): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - spareMs)
  const found = keys.parse(await deps.db.read.$queryRaw(spare(before, sql`ORDER BY f."touchedAt", f."key" LIMIT ${batchSize}`)))
  let deleted = 0
  for (const { key } of found) {
    try {
      if (await deleteFile(deps, key, before)) deleted += 1
    } catch (error) {
      await deps.db.write.imageFile.updateMany({ where: { key }, data: { touchedAt: deps.clock.now() } })
      throw error
    }
  }
  return deleted
}

/** A transaction that ended before the storage answered would free the row while the file may still be deleted, in ms. */
const patience = { maxWait: 20_000, timeout: 90_000 }

/**
 * Deletes a file while its row is locked, and the row with it. Whoever is about to write the same bytes has to touch that row
 * first: it either comes before, and then the file is not spare, or waits, and then writes the file anew.
 */
function deleteFile({ db, storage }: SweepDeps, key: string, before: Date): Promise<boolean> {
  return db.write.$transaction(async (tx) => {
    if (!(await lockSpare(db, tx, key, before))) return false
    await Promise.all([storage.delete(key), storage.delete(thumbKey(key))])
    await tx.imageFile.delete({ where: { key } })
    return true
  }, patience)
}

/** The lock comes first and the question after it, in a statement of its own: only that one sees what was committed meanwhile. */
async function lockSpare(db: Db, tx: Tx, key: string, before: Date): Promise<boolean> {
  if (db.provider === 'postgresql') await tx.$queryRaw(sql`SELECT 1 FROM "ImageFile" WHERE "key" = ${key} FOR UPDATE`)
  return keys.parse(await tx.$queryRaw(spare(before, sql`AND f."key" = ${key}`))).length === 1
}

function spare(before: Date, further: Sql): Sql {
  return sql`
    SELECT f."key" FROM "ImageFile" f
    WHERE f."touchedAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "Image" i WHERE i."contentKey" = f."key")
      AND NOT EXISTS (SELECT 1 FROM "Image" i WHERE i."svgKey" = f."key") ${further}`
}

/** How often the next shelf is looked through, in ms: all of them in 43 hours. */
export const shelfEveryMs = 10 * 60_000

/**
 * Looks through one shelf for files that no row knows (a crash left them half written, or an older version never delivered
 * them) and gives them rows, so that they are swept like others, a day later. A thumbnail has no row of its own: it goes with its
 * picture, and only then. A database without any image knows nothing, and may be the wrong one: then nothing is done. Answers
 * how many it found.
 */
export async function sweepUnknownFiles({ db, storage, clock }: SweepDeps): Promise<number> {
  if ((await db.read.image.findFirst({ select: { id: true } })) === null) return 0
  const now = clock.now()
  const shelf = shelves[Math.floor(now.getTime() / shelfEveryMs) % shelves.length] ?? ''
  const old = new Set<string>()
  for await (const { key, writtenAt } of storage.list(shelf)) {
    if (writtenAt.getTime() < now.getTime() - spareMs) old.add(pictureKey(key))
  }
  const known = new Set((await db.read.imageFile.findMany({ where: { key: { startsWith: shelf } } })).map(({ key }) => key))
  const unknown = [...old].filter((key) => !known.has(key)).slice(0, batchSize)
  for (const key of unknown) await db.write.imageFile.upsert({ where: { key }, create: { key, touchedAt: now }, update: {} })
  return unknown.length
}
