import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openSqlite } from 'server/platform/db'
import { type Fault, verifyLedger } from 'server/wallet/verify'
import * as z from 'zod'

const count = z.int().nonnegative()
const lot = z.object({
  id: z.string(),
  accountId: z.string(),
  kind: z.string(),
  granted: count,
  available: count,
  held: count,
  spent: count,
})
const hold = z.object({ id: z.string(), reference: z.string(), amount: count, captured: count, released: count })
const entry = z.object({
  accountId: z.string(),
  sequence: z.int(),
  from: z.string(),
  to: z.string(),
  amount: count,
  reference: z.string().nullable(),
  commandKey: z.string(),
  at: z.coerce.date(),
})
const job = z.object({ generationId: z.string(), index: count, state: z.string(), charged: count, attempts: count })

/** The books as they lie on the disk: what the screen says is held against this. */
export interface Ledger {
  lots: z.infer<typeof lot>[]
  holds: z.infer<typeof hold>[]
  /** Oldest first. */
  entries: z.infer<typeof entry>[]
  jobs: z.infer<typeof job>[]
  /** Credits that moved between two books, over all entries. */
  moved(from: string, to: string): number
}

/** Reads the ledger of a data folder beside the server that writes it. */
export function readLedger(dataFolder: string): Ledger {
  const db = new Database(databaseFile(dataFolder), { readonly: true, fileMustExist: true })
  try {
    const rows = <S extends z.ZodType>(schema: S, sql: string) => z.array(schema).parse(db.prepare(sql).all())
    const entries = rows(entry, 'SELECT * FROM "Entry" ORDER BY "accountId", "sequence"')
    return {
      lots: rows(lot, 'SELECT * FROM "Lot" ORDER BY "createdAt"'),
      holds: rows(hold, 'SELECT * FROM "Hold" ORDER BY "createdAt"'),
      entries,
      jobs: rows(job, 'SELECT * FROM "GenerationJob" ORDER BY "generationId", "index"'),
      moved: (from, to) => entries.filter((e) => e.from === from && e.to === to).reduce((sum, e) => sum + e.amount, 0),
    }
  } finally {
    db.close()
  }
}

/** Every rule of the ledger, over the whole of it: a sound one has no faults. */
export async function ledgerFaults(dataFolder: string): Promise<Fault[]> {
  const db = openSqlite(databaseFile(dataFolder))
  try {
    return await verifyLedger(db)
  } finally {
    await db.close()
  }
}

export function databaseFile(dataFolder: string): string {
  const file = join(dataFolder, 'toile.db')
  if (!existsSync(file)) throw new Error(`There is no ledger in ${dataFolder}`)
  return file
}
