import * as z from 'zod'
import type { PrismaClient } from '../../generated/sqlite/client.ts'

/** One thing that is wrong in the books. */
export interface Fault {
  rule: string
  accountId: string
  subject: string
}

const faultRow = z.object({ accountId: z.string(), subject: z.string() })

/** Each query finds the rows that break one rule of the books, as README.md lists them; a sound ledger answers none. */
const rules: Record<string, string> = {
  'a lot is worth the sum of its columns, none below zero': `
    SELECT "accountId", "id" AS "subject" FROM "Lot"
    WHERE "granted" <> "available" + "held" + "spent" + "expired" + "clawedBack" + "moved" + "repaid"
       OR MIN("available", "held", "spent", "expired", "clawedBack", "moved", "repaid") < 0`,
  'the books summed from the entries equal the columns': `
    SELECT l."accountId", l."id" || '.' || b."book" AS "subject"
    FROM "Lot" l CROSS JOIN (
      SELECT 'available' AS "book" UNION SELECT 'held' UNION SELECT 'spent' UNION SELECT 'expired'
      UNION SELECT 'clawedBack' UNION SELECT 'moved' UNION SELECT 'repaid' UNION SELECT 'issued') b
    LEFT JOIN "Entry" e ON e."lotId" = l."id" AND (e."from" = b."book" OR e."to" = b."book")
    GROUP BY l."id", b."book"
    HAVING COALESCE(SUM(CASE WHEN e."to" = b."book" THEN e."amount" ELSE -e."amount" END), 0) <> CASE b."book"
      WHEN 'available' THEN l."available" WHEN 'held' THEN l."held" WHEN 'spent' THEN l."spent" WHEN 'expired' THEN l."expired"
      WHEN 'clawedBack' THEN l."clawedBack" WHEN 'moved' THEN l."moved" WHEN 'repaid' THEN l."repaid" ELSE -l."granted" END`,
  'a hold is worth its legs': `
    SELECT h."accountId", h."id" AS "subject" FROM "Hold" h LEFT JOIN "HoldLeg" g ON g."holdId" = h."id"
    GROUP BY h."id"
    HAVING h."amount" <> COALESCE(SUM(g."amount"), 0) OR h."captured" <> COALESCE(SUM(g."captured"), 0)
        OR h."released" <> COALESCE(SUM(g."released"), 0)`,
  'what a lot holds is what its legs still hold': `
    SELECT l."accountId", l."id" AS "subject" FROM "Lot" l LEFT JOIN "HoldLeg" g ON g."lotId" = l."id"
    GROUP BY l."id" HAVING l."held" <> COALESCE(SUM(g."amount" - g."captured" - g."released"), 0)`,
  'entries are numbered without gaps': `
    SELECT w."accountId", w."accountId" AS "subject" FROM "Wallet" w LEFT JOIN "Entry" e ON e."accountId" = w."accountId"
    GROUP BY w."accountId" HAVING COUNT(e."sequence") <> w."entryCount" OR COALESCE(MAX(e."sequence"), 0) <> w."entryCount"`,
  'every entry was ordered by a kept key': `
    SELECT e."accountId", e."accountId" || '#' || e."sequence" AS "subject" FROM "Entry" e
    LEFT JOIN "CommandKey" k ON k."accountId" = e."accountId" AND k."key" = e."commandKey" WHERE k."key" IS NULL`,
}

/** Checks every rule over the whole ledger, or one account's part of it. */
export async function verifyLedger(db: PrismaClient, accountId?: string): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [rule, sql] of Object.entries(rules)) {
    const rows = await db.$queryRawUnsafe(
      `SELECT * FROM (${sql}) f WHERE ? IS NULL OR f."accountId" = ?`,
      accountId ?? null,
      accountId ?? null,
    )
    faults.push(
      ...z
        .array(faultRow)
        .parse(rows)
        .map((row) => ({ rule, ...row })),
    )
  }
  return faults
}
