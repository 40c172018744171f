import type { Tx } from '../../platform/db.ts'
import type { EntryState, WalletState } from '../state.ts'
import {
  budgetColumns,
  type Columns,
  entryColumns,
  holdColumns,
  holdProgress,
  keyColumns,
  legColumns,
  legProgress,
  lotBooks,
  lotColumns,
  walletColumns,
} from './columns.ts'
import { fromLotState } from './rows.ts'
import { type Sql, toRow } from './sql.ts'

/** A wallet before and after a batch, with the entries that lie between. `before` is null for a wallet just opened. */
export interface Change {
  before: WalletState | null
  after: WalletState
  entries: (EntryState & { commandKey: string; at: number })[]
}

export interface NewKey {
  accountId: string
  key: string
  payloadHash: string
  answer: string
  /** ms */
  at: number
}

interface Row {
  [column: string]: unknown
}

/** Another replica recorded one of these commands first. The batch is taken back, and replayed it finds what happened. */
export class RecordedElsewhere extends Error {}

const walletKey = { accountId: 'text' } as const
const idKey = { id: 'text' } as const
const legKey = { holdId: 'text', position: 'int' } as const
const budgetKey = { projectId: 'text' } as const
const { accountId: _, createdAt: _created, ...walletProgress } = walletColumns
const { projectId: _project, accountId: _account, ...budgetTerms } = budgetColumns

/** Writes a batch of changed wallets set-wise: one statement a table, however many commands it took. */
export async function save(tx: Tx, sql: Sql, changes: Change[], keys: NewKey[]): Promise<void> {
  const insert = (table: string, columns: Columns, rows: Row[]) =>
    rows.length > 0 ? tx.$executeRawUnsafe(sql.insert(table, columns), toJson(columns, rows)) : 0
  const update = (table: string, key: Columns, changed: Columns, rows: Row[]) =>
    rows.length > 0 ? tx.$executeRawUnsafe(sql.update(table, key, changed), toJson({ ...key, ...changed }, rows)) : 0

  // Keys first: where another replica was faster, nothing else is even tried.
  const written = await tx.$executeRawUnsafe(sql.insert('CommandKey', keyColumns, 'DO NOTHING'), toJson(keyColumns, keys))
  if (written !== keys.length) throw new RecordedElsewhere(`${keys.length - written} of ${keys.length} keys were taken`)

  const opened = changes.filter((change) => change.before === null)
  const known = changes.filter((change) => change.before !== null)
  await insert('Wallet', walletColumns, opened.map(afterRow))
  await update('Wallet', walletKey, walletProgress, known.map(afterRow))

  const lots = split(
    changes,
    (wallet) => wallet.lots,
    (lot) => lot.id,
    (accountId, lot) => [fromLotState(accountId, lot)],
  )
  await insert('Lot', lotColumns, lots.created)
  await update('Lot', idKey, lotBooks, lots.updated)

  const holds = split(
    changes,
    (wallet) => wallet.holds,
    (hold) => hold.id,
    (accountId, { legs: _legs, ...hold }) => [{ ...hold, accountId }],
  )
  await insert('Hold', holdColumns, holds.created)
  await update('Hold', idKey, holdProgress, holds.updated)

  const legs = split(
    changes,
    (wallet) => wallet.holds,
    (hold) => hold.id,
    (_account, { id: holdId, legs }) => legs.map((leg, position) => ({ ...leg, holdId, position })),
  )
  await insert('HoldLeg', legColumns, legs.created)
  await update('HoldLeg', legKey, legProgress, legs.updated)

  const budgets = split(
    changes,
    (wallet) => wallet.budgets,
    (budget) => budget.projectId,
    (accountId, budget) => [{ ...budget, accountId }],
  )
  await insert('Budget', budgetColumns, budgets.created)
  await update('Budget', budgetKey, budgetTerms, budgets.updated)

  const entries = changes.flatMap(({ after, entries }) => entries.map((entry) => ({ ...entry, accountId: after.accountId })))
  await insert('Entry', entryColumns, entries)
}

function afterRow({ after: { lots: _lots, holds: _holds, budgets: _budgets, ...row } }: Change): Row {
  return row
}

function toJson(columns: Columns, rows: readonly object[]): string {
  return JSON.stringify(rows.map((row) => toRow(columns, { ...row })))
}

/** What is new of a wallet and what is another object than before: `decide` keeps the identity of what it leaves alone. */
function split<State>(
  changes: Change[],
  statesOf: (wallet: WalletState) => readonly State[],
  idOf: (state: State) => string,
  rowsOf: (accountId: string, state: State) => object[],
): { created: Row[]; updated: Row[] } {
  const created: Row[] = []
  const updated: Row[] = []
  for (const { before, after } of changes) {
    const known = new Map((before ? statesOf(before) : []).map((state) => [idOf(state), state]))
    for (const state of statesOf(after)) {
      const old = known.get(idOf(state))
      if (old === state) continue
      const rows = rowsOf(after.accountId, state).map((row) => ({ ...row }))
      ;(old === undefined ? created : updated).push(...rows)
    }
  }
  return { created, updated }
}
