import * as z from 'zod'
import type { Db, Tx } from '../platform/db.ts'

/** One thing that is wrong in the books. */
export interface Fault {
  rule: string
  accountId: string
  subject: string
}

const faultRow = z.object({ accountId: z.string(), subject: z.string() })
const books = ['available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid']
const quoted = books.map((book) => `"${book}"`)

/**
 * Each query finds the rows that break one rule of the books, as README.md lists them; a sound ledger answers none.
 * @param of narrows a table's rows to the account that is asked for
 */
const rules = (of: (alias: string) => string): Record<string, string> => ({
  'a lot is worth the sum of its books, none below zero': `
    SELECT "accountId", "id" AS "subject" FROM "Lot" l
    WHERE ${of('l')} AND ("granted" <> ${quoted.join(' + ')} OR ${quoted.map((book) => `${book} < 0`).join(' OR ')})`,
  'the books summed from the entries equal the columns': `
    WITH moves AS (
      SELECT "lotId", "to" AS "book", "amount" FROM "Entry" e WHERE ${of('e')}
      UNION ALL SELECT "lotId", "from", -"amount" FROM "Entry" e WHERE ${of('e')}),
    sums AS (SELECT "lotId", ${['issued', ...books].map(summed).join(', ')} FROM moves GROUP BY "lotId")
    SELECT l."accountId", l."id" AS "subject" FROM "Lot" l LEFT JOIN sums s ON s."lotId" = l."id"
    WHERE ${of('l')} AND (COALESCE(-s."issued", 0) <> l."granted"
      OR ${quoted.map((book) => `COALESCE(s.${book}, 0) <> l.${book}`).join(' OR ')})`,
  'a hold is worth its legs': `
    SELECT h."accountId", h."id" AS "subject" FROM "Hold" h LEFT JOIN "HoldLeg" g ON g."holdId" = h."id" WHERE ${of('h')}
    GROUP BY h."id"
    HAVING ${['amount', 'captured', 'released', 'refunded'].map((c) => `h."${c}" <> COALESCE(SUM(g."${c}"), 0)`).join(' OR ')}`,
  'what a lot holds, and what was spent of it, is what its legs say': `
    WITH legs AS (
      SELECT g."lotId", SUM(g."amount" - g."captured" - g."released") AS "held", SUM(g."captured" - g."refunded") AS "spent"
      FROM "HoldLeg" g JOIN "Hold" h ON h."id" = g."holdId" WHERE ${of('h')} GROUP BY g."lotId")
    SELECT l."accountId", l."id" AS "subject" FROM "Lot" l LEFT JOIN legs g ON g."lotId" = l."id"
    WHERE ${of('l')} AND (l."held" <> COALESCE(g."held", 0) OR l."spent" <> COALESCE(g."spent", 0))`,
  'what moved out of a lot is in the lots that descend from it': `
    SELECT MIN("accountId") AS "accountId", COALESCE("originId", "id") AS "subject" FROM "Lot" l WHERE ${of('l')}
    GROUP BY COALESCE("originId", "id")
    HAVING SUM("moved") <> SUM(CASE WHEN "originId" IS NULL THEN 0 ELSE "granted" END)`,
  'a debt is what lots owe, less what lots repaid': `
    SELECT w."accountId", w."accountId" AS "subject" FROM "Wallet" w LEFT JOIN "Lot" l ON l."accountId" = w."accountId"
    WHERE ${of('w')} GROUP BY w."accountId" HAVING w."debt" <> COALESCE(SUM(l."owed" - l."repaid"), 0)`,
  'a budget has used what its holds took, less what came back': `
    SELECT b."accountId", b."projectId" AS "subject" FROM "Budget" b LEFT JOIN "Hold" h ON h."projectId" = b."projectId"
    WHERE ${of('b')} GROUP BY b."projectId"
    HAVING b."used" <> COALESCE(SUM(h."amount" - h."released" - h."refunded"), 0)`,
  'entries are numbered without gaps': `
    SELECT w."accountId", w."accountId" AS "subject" FROM "Wallet" w LEFT JOIN "Entry" e ON e."accountId" = w."accountId"
    WHERE ${of('w')} GROUP BY w."accountId"
    HAVING COUNT(e."sequence") <> w."entryCount" OR COALESCE(MAX(e."sequence"), 0) <> w."entryCount"`,
  'the time of the entries never goes back': `
    SELECT "accountId", "subject" FROM (
      SELECT e."accountId", e."accountId" || '#' || e."sequence" AS "subject", e."at",
        LAG(e."at") OVER (PARTITION BY e."accountId" ORDER BY e."sequence") AS "before"
      FROM "Entry" e WHERE ${of('e')}) o WHERE "before" > "at"`,
  'every entry was ordered by a kept key': `
    SELECT e."accountId", e."accountId" || '#' || e."sequence" AS "subject" FROM "Entry" e
    LEFT JOIN "CommandKey" k ON k."accountId" = e."accountId" AND k."key" = e."commandKey"
    WHERE ${of('e')} AND k."key" IS NULL`,
})

function summed(book: string): string {
  return `SUM(CASE WHEN "book" = '${book}' THEN "amount" ELSE 0 END) AS "${book}"`
}

/** Longest time for checking a whole ledger, in ms: a long history takes minutes. */
const patienceMs = 3_600_000

/** Checks every rule over the whole ledger, or one account's part of it. */
export async function verifyLedger({ read, provider }: Db, accountId?: string): Promise<Fault[]> {
  if (provider === 'sqlite') return checkRules(read, '?', accountId)
  const check = async (tx: Tx) => {
    // Any other statement that takes this long is stuck; here there is much to read.
    await tx.$executeRaw`SET LOCAL statement_timeout = 0`
    return checkRules(tx, '$1', accountId)
  }
  return read.$transaction(check, { timeout: patienceMs })
}

async function checkRules(db: Tx, parameter: '?' | '$1', accountId: string | undefined): Promise<Fault[]> {
  const of = (alias: string) => (accountId === undefined ? 'true' : `${alias}."accountId" = ${parameter}`)
  const faults: Fault[] = []
  for (const [rule, sql] of Object.entries(rules(of))) {
    // SQLite counts each `?` anew; PostgreSQL has one $1, if any.
    const asked = parameter === '?' ? sql.split(parameter).length - 1 : Number(accountId !== undefined)
    const rows = await db.$queryRawUnsafe(sql, ...Array(asked).fill(accountId))
    const broken = z.array(faultRow).parse(rows)
    faults.push(...broken.map((row) => ({ rule, ...row })))
  }
  return faults
}
