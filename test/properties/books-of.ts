import type { Db } from 'server/platform/db'
import type { WalletState } from 'server/wallet/state'
import type { Told } from './told-history.ts'

/** All that is kept of some wallets, as it lies in the database: rows in one order, times in ms. */
export async function booksIn(db: Db, wallets: readonly WalletState[]) {
  const where = { accountId: { in: wallets.map((wallet) => wallet.accountId) } }
  const [rows, lots, holds, legs, budgets, entries] = await Promise.all([
    db.write.wallet.findMany({ where }),
    db.write.lot.findMany({ where }),
    db.write.hold.findMany({ where }),
    db.write.holdLeg.findMany({ where: { hold: where } }),
    db.write.budget.findMany({ where }),
    db.write.entry.findMany({ where }),
  ])
  return {
    wallets: inOrder(rows.map(plain)),
    lots: inOrder(lots.map(plain)),
    holds: inOrder(holds.map(plain)),
    legs: inOrder(legs.map(plain)),
    budgets: inOrder(budgets.map(plain)),
    entries: inOrder(entries.map(({ commandKey: _key, at: _at, ...entry }) => plain(entry))),
  }
}

/** The same of what `decide` alone came to. */
export function booksOf({ wallets, entries }: Told): Awaited<ReturnType<typeof booksIn>> {
  const all = <T>(rowsOf: (wallet: WalletState) => readonly T[]) =>
    wallets.flatMap((wallet) => rowsOf(wallet).map((row) => ({ ...row, accountId: wallet.accountId })))
  const lots = all((wallet) => wallet.lots).map(({ rollover, ...lot }) => ({
    ...lot,
    rolloverMax: rollover?.max ?? null,
    rolloverUntil: rollover?.until ?? null,
  }))
  const holds = all((wallet) => wallet.holds)
  const legs = holds.flatMap(({ id: holdId, legs }) => legs.map((leg, position) => ({ ...leg, holdId, position })))
  return {
    wallets: inOrder(wallets.map(({ lots: _lots, holds: _holds, budgets: _budgets, ...wallet }) => plain(wallet))),
    lots: inOrder(lots.map(plain)),
    holds: inOrder(holds.map(({ legs: _legs, ...held }) => plain(held))),
    legs: inOrder(legs.map(plain)),
    budgets: inOrder(all((wallet) => wallet.budgets).map(plain)),
    entries: inOrder(entries.map(plain)),
  }
}

/** Columns by name, so that neither their order nor the order of rows matters. */
function plain(row: object): [string, unknown][] {
  return Object.entries(row)
    .map(([name, value]): [string, unknown] => [name, value instanceof Date ? value.getTime() : value])
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function inOrder(rows: [string, unknown][][]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}
