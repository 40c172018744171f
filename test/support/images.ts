import Database from 'better-sqlite3'
import * as z from 'zod'
import { databaseFile } from './ledger.ts'

const image = z.object({
  id: z.string(),
  role: z.string(),
  width: z.int(),
  height: z.int(),
  pageUrl: z.string().nullable(),
  pageTitle: z.string().nullable(),
  imageUrl: z.string().nullable(),
})

/** The pictures that were brought to a server, as they lie in its database, with where they came from; the newest first. */
export function imagesOf(dataFolder: string): z.infer<typeof image>[] {
  const db = new Database(databaseFile(dataFolder), { readonly: true, fileMustExist: true })
  try {
    return z.array(image).parse(db.prepare(`SELECT * FROM "Image" WHERE "role" = 'source' ORDER BY "createdAt" DESC`).all())
  } finally {
    db.close()
  }
}
