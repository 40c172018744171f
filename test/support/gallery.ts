import Database from 'better-sqlite3'
import { openSqlite } from 'server/platform/db'
import * as z from 'zod'
import { guestOf } from './guest.ts'
import { databaseFile } from './ledger.ts'
import { writeLongGallery } from './long-gallery.ts'
import { finished, request } from './requests.ts'
import type { Studio } from './studio.ts'

const kept = z.object({ accountId: z.string(), contentKey: z.string() })

/** Gives this browser's guest so many images, older than anything they make: they share the file of one that is really made. */
export async function giveLongGallery({ server, browser }: Studio, images: number): Promise<void> {
  const guest = await guestOf(browser)
  await finished(guest, (await guest.generations.request.mutate(request(1))).id)
  const file = new Database(databaseFile(server.dataFolder), { readonly: true })
  const { accountId, contentKey } = kept.parse(file.prepare('SELECT "accountId", "contentKey" FROM "Image" LIMIT 1').get())
  file.close()
  const db = openSqlite(databaseFile(server.dataFolder))
  try {
    await writeLongGallery(db, { accountId, images, contentKeys: [contentKey], until: new Date(Date.now() - 3_600_000) })
  } finally {
    await db.close()
  }
}
