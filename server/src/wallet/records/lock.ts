import * as z from 'zod'
import type { Tx } from '../../platform/db.ts'

const lockedRows = z.array(z.object({ accountId: z.string() }))
const clockRow = z.tuple([z.object({ now: z.coerce.number() })])

export interface Locked {
  /** The database's clock after the wait, ms. */
  now: number
  /** Wallets that are there, and nobody else's until the transaction ends. */
  accountIds: ReadonlySet<string>
}

/**
 * PostgreSQL: takes the wallets' rows in id order, so that replicas wait for each other and never in a circle. What they hold
 * must be read in a later statement: one that joined the rows would see them as they were before the wait. NO KEY, since a
 * plain FOR UPDATE would block the foreign keys of everything that points at a wallet.
 */
export async function lockWallets(tx: Tx, accountIds: string[]): Promise<Locked> {
  const rows = await tx.$queryRawUnsafe(
    `SELECT "accountId" FROM "Wallet" WHERE "accountId" = ANY (ARRAY(SELECT jsonb_array_elements_text($1::jsonb)))
     ORDER BY "accountId" FOR NO KEY UPDATE`,
    JSON.stringify(accountIds),
  )
  const [clock] = clockRow.parse(
    await tx.$queryRaw`SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::double precision AS "now"`,
  )
  return { now: clock.now, accountIds: new Set(lockedRows.parse(rows).map((row) => row.accountId)) }
}
