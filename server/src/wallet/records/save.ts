import type { Tx } from '../../platform/db.ts'
import type { EntryState, HoldState, WalletState } from '../state.ts'
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
import { type Sql, toJson } from './sql.ts'

/** A wallet before and after a batch, with the entries that lie between. `before` is null for a wallet just opened. */
export interface Change {
  before: WalletState | null
  after: WalletState
  entries: (EntryState & { accountId: string; commandKey: string; at: number })[]
}

export interface NewKey {
  accountId: string
  key: string
  payloadHash: string
  answer: string
  /** ms */
  at: number
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
  const insert = async (table: string, columns: Columns, rows: object[]) => {
    if (rows.length > 0) await tx.$executeRawUnsafe(sql.insert(table, columns), toJson(columns, rows))
  }
  const update = async (table: string, key: Columns, changed: Columns, rows: object[]) => {
    if (rows.length > 0) await tx.$executeRawUnsafe(sql.update(table, key, changed), toJson({ ...key, ...changed }, rows))
  }

  // Keys first: where another replica was faster, nothing else is even tried.
  const written = await tx.$executeRawUnsafe(sql.insert('CommandKey', keyColumns, 'DO NOTHING'), toJson(keyColumns, keys))
  if (written !== keys.length) throw new RecordedElsewhere(`${keys.length - written} of ${keys.length} keys were taken`)

  const opened = changes.filter((change) => change.before === null)
  const known = changes.filter((change) => change.before !== null)
  await insert(
    'Wallet',
    walletColumns,
    opened.map((change) => change.after),
  )
  await update(
    'Wallet',
    walletKey,
    walletProgress,
    known.map((change) => change.after),
  )

  const lots = compare(
    changes,
    (wallet) => wallet.lots,
    (lot) => lot.id,
  )
  await insert(
    'Lot',
    lotColumns,
    lots.created.map(({ accountId, state }) => fromLotState(accountId, state)),
  )
  await update('Lot', idKey, lotBooks, lots.updated)

  const holds = compare(
    changes,
    (wallet) => wallet.holds,
    (hold) => hold.id,
  )
  const born = holds.created.map(({ accountId, state }) => ({ ...state, accountId }))
  await insert('Hold', holdColumns, born)
  await update('Hold', idKey, holdProgress, holds.updated)
  await insert('HoldLeg', legColumns, born.flatMap(legRows))
  await update('HoldLeg', legKey, legProgress, holds.updated.flatMap(legRows))

  const budgets = compare(
    changes,
    (wallet) => wallet.budgets,
    (budget) => budget.projectId,
  )
  await insert(
    'Budget',
    budgetColumns,
    budgets.created.map(({ accountId, state }) => ({ ...state, accountId })),
  )
  await update('Budget', budgetKey, budgetTerms, budgets.updated)

  await insert(
    'Entry',
    entryColumns,
    changes.flatMap((change) => change.entries),
  )
}

function legRows({ id: holdId, legs }: HoldState): object[] {
  return legs.map((leg, position) => ({ ...leg, holdId, position }))
}

/** What is new of a wallet, and what is another object than before: `decide` keeps the identity of what it leaves alone. */
function compare<State>(
  changes: Change[],
  statesOf: (wallet: WalletState) => readonly State[],
  idOf: (state: State) => string,
): { created: { accountId: string; state: State }[]; updated: State[] } {
  const created: { accountId: string; state: State }[] = []
  const updated: State[] = []
  for (const { before, after } of changes) {
    const old = before === null ? [] : statesOf(before)
    for (const state of statesOf(after)) {
      if (old.includes(state)) continue
      if (old.some((one) => idOf(one) === idOf(state))) updated.push(state)
      else created.push({ accountId: after.accountId, state })
    }
  }
  return { created, updated }
}
