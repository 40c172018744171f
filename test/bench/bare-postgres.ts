import pg from 'pg'
import * as z from 'zod'

const walletRow = z.object({ entryCount: z.int(), debt: z.int(), reserve: z.int() })
const lotRow = z.object({ id: z.string(), available: z.int() })
const holdRow = z.object({ accountId: z.string() })
const legRow = z.object({ position: z.int(), lotId: z.string(), amount: z.int() })

/** The same work done as one would do it by hand: one transaction a command through `pg`, the wallet's row locked first. */
export function barePostgres(url: string, connections: number) {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  // Connections that are on their way out may be cut when the database is dropped; one that is at work fails its own query.
  pool.on('error', () => {})
  const inTransaction = async <T>(work: (run: pg.PoolClient['query']) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const answer = await work(client.query.bind(client))
      await client.query('COMMIT')
      return answer
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    } finally {
      client.release()
    }
  }
  const lockWallet = async (run: pg.PoolClient['query'], accountId: string) => {
    const sql = 'SELECT "entryCount", "debt", "reserve" FROM "Wallet" WHERE "accountId" = $1 FOR NO KEY UPDATE'
    return walletRow.parse((await run(sql, [accountId])).rows[0])
  }
  const known = async (run: pg.PoolClient['query'], accountId: string, key: string) =>
    (await run('SELECT "answer" FROM "CommandKey" WHERE "accountId" = $1 AND "key" = $2', [accountId, key])).rows.length > 0
  const finish = async (run: pg.PoolClient['query'], accountId: string, key: string, sequence: number, now: Date) => {
    await run('UPDATE "Wallet" SET "entryCount" = $1, "lastCommandAt" = $2 WHERE "accountId" = $3', [sequence, now, accountId])
    await run(`INSERT INTO "CommandKey" VALUES ($1, $2, '', '{}', $3)`, [accountId, key, now])
  }
  const addEntry = `INSERT INTO "Entry" ("accountId", "sequence", "lotId", "holdId", "from", "to", "amount", "purpose", "reference",
    "commandKey", "at") VALUES ($1, $2, $3, $4, $5, $6, $7, 'vary', 'g', $8, $9)`

  const hold = (accountId: string, credits: number, key: string): Promise<string> =>
    inTransaction(async (run) => {
      const now = new Date()
      const wallet = await lockWallet(run, accountId)
      if (await known(run, accountId, key)) return key
      const lots = await run(
        `SELECT "id", "available" FROM "Lot" WHERE "accountId" = $1 AND "closedAt" IS NULL AND "available" > 0
         AND "expiresAt" > $2 ORDER BY "expiresAt"`,
        [accountId, now],
      )
      await run(
        `INSERT INTO "Hold" ("id", "accountId", "memberId", "purpose", "reference", "amount", "captured", "released", "createdAt")
         VALUES ($1, $2, 'm', 'vary', 'g', $3, 0, 0, $4)`,
        [key, accountId, credits, now],
      )
      let [left, sequence, position] = [credits, wallet.entryCount, 0]
      for (const lot of z.array(lotRow).parse(lots.rows)) {
        const part = Math.min(left, lot.available)
        const move = 'UPDATE "Lot" SET "available" = "available" - $1, "held" = "held" + $1 WHERE "id" = $2'
        await run(move, [part, lot.id])
        await run('INSERT INTO "HoldLeg" VALUES ($1, $2, $3, $4, 0, 0, 0)', [key, position++, lot.id, part])
        await run(addEntry, [accountId, ++sequence, lot.id, key, 'available', 'held', part, key, now])
        left -= part
        if (left === 0) break
      }
      if (left > 0) throw new Error('not enough credits')
      await finish(run, accountId, key, sequence, now)
      return key
    })

  const capture = (holdId: string): Promise<void> =>
    inTransaction(async (run) => {
      const now = new Date()
      const { accountId } = holdRow.parse((await run('SELECT "accountId" FROM "Hold" WHERE "id" = $1', [holdId])).rows[0])
      let sequence = (await lockWallet(run, accountId)).entryCount
      const key = `c${holdId}`
      if (await known(run, accountId, key)) return
      const legs = await run('SELECT "position", "lotId", "amount" FROM "HoldLeg" WHERE "holdId" = $1', [holdId])
      for (const leg of z.array(legRow).parse(legs.rows)) {
        await run('UPDATE "Lot" SET "held" = "held" - $1, "spent" = "spent" + $1 WHERE "id" = $2', [leg.amount, leg.lotId])
        await run('UPDATE "HoldLeg" SET "captured" = "amount" WHERE "holdId" = $1 AND "position" = $2', [holdId, leg.position])
        await run(addEntry, [accountId, ++sequence, leg.lotId, holdId, 'held', 'spent', leg.amount, key, now])
      }
      await run('UPDATE "Hold" SET "captured" = "amount", "finishedAt" = $1 WHERE "id" = $2', [now, holdId])
      await finish(run, accountId, key, sequence, now)
    })

  return { hold, capture, close: () => pool.end() }
}
