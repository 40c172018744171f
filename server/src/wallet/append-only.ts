import type { Db, DbProvider } from '../platform/db.ts'

const tables = ['Entry', 'CommandKey'] as const
const probe = 'append-only-probe'
/** Only the probe's own rows: a look at the whole ledger would make every start slower than the one before. */
const probed = `"accountId" = '${probe}'`
/** Statements that the ledger must refuse; each is run inside a transaction that is rolled back whatever happens. */
const attempts = (provider: DbProvider, table: (typeof tables)[number]) => [
  `UPDATE "${table}" SET "at" = "at" WHERE ${probed}`,
  `DELETE FROM "${table}" WHERE ${probed}`,
  ...(provider === 'sqlite' ? [`INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}" WHERE ${probed}`] : []),
]

class Probe extends Error {}

/**
 * Tries at every start, after the migrations, whether entries and keys can be changed, and throws if they can: a rebuilt
 * table or a restored dump may have lost its triggers. The probe rows never get out of their transaction.
 */
export async function assertAppendOnly(db: Db): Promise<void> {
  for (const table of tables) {
    for (const sql of attempts(db.provider, table)) {
      if (await wouldSucceed(db, sql))
        throw new Error(`The ledger can be changed: "${sql}" was not refused. Its triggers are missing.`)
    }
    if (db.provider === 'postgresql' && !(await refusesTruncate(db, table)))
      throw new Error(`The ledger can be changed: nothing refuses TRUNCATE "${table}". Its trigger is missing.`)
  }
}

/** Looked up, not tried: TRUNCATE first waits for everybody who reads the table, a backup perhaps, and stops the others meanwhile. */
async function refusesTruncate(db: Db, table: string): Promise<boolean> {
  const triggers = await db.write.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE tgrelid = ${`"${table}"`}::regclass AND (tgtype & 32) <> 0 AND tgenabled IN ('O', 'A') AND prosrc LIKE '%append-only%'`
  return triggers.length > 0
}

async function wouldSucceed(db: Db, sql: string): Promise<boolean> {
  let reached = false
  try {
    await db.write.$transaction(async (tx) => {
      const at = new Date(0)
      const accountId = probe
      await tx.wallet.create({ data: { accountId, createdAt: at, lastCommandAt: at } })
      const books = { granted: 1, available: 1, held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0 }
      await tx.lot.create({
        data: { id: accountId, accountId, kind: 'promo', ...books, effectiveAt: at, expiresAt: new Date(1), createdAt: at },
      })
      await tx.entry.create({
        data: { accountId, sequence: 1, lotId: accountId, from: 'issued', to: 'available', amount: 1, commandKey: 'probe', at },
      })
      await tx.commandKey.create({ data: { accountId, key: 'probe', payloadHash: '', answer: '{}', at } })
      reached = true
      await tx.$executeRawUnsafe(sql)
      throw new Probe()
    })
  } catch (error) {
    if (error instanceof Probe) return true
    // Any other error must be the trigger's own: one that means something else would make this check blind.
    if (!reached || !(error instanceof Error && error.message.includes('append-only'))) throw error
    return false
  }
  return true
}
