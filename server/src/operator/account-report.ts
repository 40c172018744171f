import type { Balance, HistoryPage, Lot } from 'shared'
import * as z from 'zod'
import { readProjectNames } from '../projects/project-names.ts'
import { type Fault, verifyLedger } from '../wallet/verify.ts'
import type { Desk } from './desk.ts'
import { type FoundAccount, findAccount } from './find-account.ts'

/** So many movements answer most questions; the designer's own history has them all. */
const lastEntries = 10

/** What became of all credits that the account ever got. They add up: in = everything else. */
export interface Totals {
  in: number
  available: number
  held: number
  spent: number
  expired: number
  clawedBack: number
  repaid: number
}

export interface AccountReport extends FoundAccount {
  balance: Balance
  totals: Totals
  /** First to be burnt first. */
  lots: Lot[]
  openHolds: OpenHold[]
  budgets: { projectId: string; name: string | null; limit: number | null; used: number; whenUsedUp: string }[]
  /** Newest first. */
  entries: HistoryPage['entries']
  /** Rules of the books that this account breaks. */
  faults: Fault[]
}

export interface OpenHold {
  id: string
  purpose: string
  reference: string
  amount: number
  captured: number
  released: number
  createdAt: string
  ageSeconds: number
}

/** Everything that answers “where did my credits go?”. Throws `OperatorError` where there is no such account. */
export async function readAccount(desk: Desk, named: string): Promise<AccountReport> {
  const { db, wallet } = desk
  const found = await findAccount(desk, named)
  const { accountId } = found
  const [balance, totals, lots, openHolds, budgets, { entries }, faults] = await Promise.all([
    wallet.balance(accountId),
    readTotals(desk, accountId),
    wallet.lots(accountId),
    readOpenHolds(desk, accountId),
    readBudgets(desk, accountId),
    wallet.history(accountId, { limit: lastEntries }),
    verifyLedger(db, accountId),
  ])
  return { ...found, balance, totals, lots, openHolds, budgets, entries, faults }
}

/** Where there is no lot there is no sum: that is zero. */
const sum = z.coerce.number().int()
const totalsRows = z.tuple([
  z.object({ in: sum, available: sum, held: sum, spent: sum, expired: sum, clawedBack: sum, repaid: sum }),
])

/** Over all lots, closed ones too. What moved on counts where it is now. One statement: no sum is older than another. */
async function readTotals({ db }: Desk, accountId: string): Promise<Totals> {
  const rows = await db.read.$queryRaw`
    SELECT SUM(CASE WHEN "source" = 'grant' THEN "granted" ELSE 0 END) AS "in", SUM("available") AS "available",
      SUM("held") AS "held", SUM("spent") AS "spent", SUM("expired") AS "expired", SUM("clawedBack") AS "clawedBack",
      SUM("repaid") AS "repaid"
    FROM "Lot" WHERE "accountId" = ${accountId}`
  return totalsRows.parse(rows)[0]
}

async function readOpenHolds({ db, clock }: Desk, accountId: string): Promise<OpenHold[]> {
  const rows = await db.read.hold.findMany({ where: { accountId, finishedAt: null }, orderBy: { createdAt: 'asc' } })
  const now = clock.now().getTime()
  return rows.map(({ id, purpose, reference, amount, captured, released, createdAt }) => {
    const ageSeconds = Math.max(0, Math.round((now - createdAt.getTime()) / 1000))
    return { id, purpose, reference, amount, captured, released, createdAt: createdAt.toISOString(), ageSeconds }
  })
}

async function readBudgets({ db }: Desk, accountId: string): Promise<AccountReport['budgets']> {
  const rows = await db.read.budget.findMany({ where: { accountId }, orderBy: { projectId: 'asc' } })
  const names = await readProjectNames(
    db,
    accountId,
    rows.map((row) => row.projectId),
  )
  return rows.map(({ projectId, limit, used, whenUsedUp }) => ({
    projectId,
    name: names.get(projectId) ?? null,
    limit,
    used,
    whenUsedUp,
  }))
}
