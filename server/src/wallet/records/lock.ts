import * as z from 'zod'
import type { Tx } from '../../platform/db.ts'

const locked = z.array(z.object({ now: z.coerce.number() })).length(1)

/**
 * PostgreSQL: takes the wallets' rows in id order, so that replicas wait for each other and never in a circle. What they hold
 * must be read in a later statement: one that joined the rows would see them as they were before the wait. NO KEY, since a
 * plain FOR UPDATE would block the foreign keys of everything that points at a wallet.
 * @returns the database's clock after the wait, ms
 */
export async function lockWallets(tx: Tx, accountIds: string[]): Promise<number> {
  await tx.$queryRawUnsafe(
    `SELECT 1 FROM "Wallet" WHERE "accountId" = ANY (ARRAY(SELECT jsonb_array_elements_text($1::jsonb)))
     ORDER BY "accountId" FOR NO KEY UPDATE`,
    JSON.stringify(accountIds),
  )
  const [row] = locked.parse(
    await tx.$queryRaw`SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::double precision AS "now"`,
  )
  return row?.now ?? 0
}
