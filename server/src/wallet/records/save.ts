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
  lotMarks,
  walletColumns,
} from './columns.ts'
import { type Dialect, toJson } from './dialect.ts'
import { fromLotState } from './rows.ts'

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

/** What is updated: the columns that find the row first, then those that change. */
const { createdAt: _createdAt, ...walletProgress } = walletColumns
const lotMoved = { id: 'text', ...lotBooks } as const
const lotMarked = { ...lotMoved, ...lotMarks } as const
const holdSettled = { id: 'text', ...holdProgress } as const
const legSettled = { holdId: 'text', position: 'int', ...legProgress } as const
const { accountId: _accountId, ...budgetTerms } = budgetColumns

/** Writes a batch of changed wallets set-wise: one statement a table, however many commands it took. */
export async function save(tx: Tx, dialect: Dialect, changes: Change[], keys: NewKey[]): Promise<void> {
  const insert = async (table: string, columns: Columns, rows: object[]) => {
    if (rows.length > 0) await tx.$executeRawUnsafe(dialect.insert(table, columns), toJson(columns, rows))
  }
  const update = async (table: string, by: string[], columns: Columns, rows: object[]) => {
    if (rows.length > 0) await tx.$executeRawUnsafe(dialect.update(table, by, columns), toJson(columns, rows))
  }

  // Keys first: where another replica was faster, nothing else is even tried.
  const written = await tx.$executeRawUnsafe(dialect.insertNew('CommandKey', keyColumns), toJson(keyColumns, keys))
  if (written !== keys.length) throw new RecordedElsewhere(`${keys.length - written} of ${keys.length} keys were taken`)

  const [opened, known] = [changes.filter(({ before }) => before === null), changes.filter(({ before }) => before !== null)]
  await insert(
    'Wallet',
    walletColumns,
    opened.map(({ after }) => after),
  )
  await update(
    'Wallet',
    ['accountId'],
    walletProgress,
    known.map(({ after }) => after),
  )

  const lots = compare(
    changes,
    ({ lots }) => lots,
    ({ id }) => id,
  )
  const marked = lots.updated.filter(({ old, state }) => markNames.some((name) => old[name] !== state[name]))
  const moved = lots.updated.filter((lot) => !marked.includes(lot))
  await insert(
    'Lot',
    lotColumns,
    lots.created.map(({ accountId, state }) => fromLotState(accountId, state)),
  )
  await update(
    'Lot',
    ['id'],
    lotMoved,
    moved.map(({ state }) => state),
  )
  await update(
    'Lot',
    ['id'],
    lotMarked,
    marked.map(({ state }) => state),
  )

  const holds = compare(
    changes,
    ({ holds }) => holds,
    ({ id }) => id,
  )
  const [born, settled] = [holds.created.map(owned), holds.updated.map(({ state }) => state)]
  await insert('Hold', holdColumns, born)
  await update('Hold', ['id'], holdSettled, settled)
  await insert('HoldLeg', legColumns, born.flatMap(legRows))
  await update('HoldLeg', ['holdId', 'position'], legSettled, settled.flatMap(legRows))

  const budgets = compare(
    changes,
    ({ budgets }) => budgets,
    ({ projectId }) => projectId,
  )
  await insert('Budget', budgetColumns, budgets.created.map(owned))
  await update(
    'Budget',
    ['projectId'],
    budgetTerms,
    budgets.updated.map(({ state }) => state),
  )

  await insert(
    'Entry',
    entryColumns,
    changes.flatMap(({ entries }) => entries),
  )
}

const markNames = ['owed', 'claimed', 'billed', 'cap', 'takenAt', 'closedAt'] as const satisfies (keyof typeof lotMarks)[]

function owned<State>({ accountId, state }: { accountId: string; state: State }): State & { accountId: string } {
  return { ...state, accountId }
}

function legRows({ id: holdId, legs }: HoldState): object[] {
  return legs.map((leg, position) => ({ ...leg, holdId, position }))
}

interface Compared<State> {
  created: { accountId: string; state: State }[]
  updated: { old: State; state: State }[]
}

/** What is new of a wallet, and what is another object than before: `decide` keeps the identity of what it leaves alone. */
function compare<State>(
  changes: Change[],
  statesOf: (wallet: WalletState) => readonly State[],
  idOf: (state: State) => string,
): Compared<State> {
  const compared: Compared<State> = { created: [], updated: [] }
  for (const { before, after } of changes) {
    const known = before === null ? [] : statesOf(before)
    for (const state of statesOf(after)) {
      if (known.includes(state)) continue
      const old = known.find((one) => idOf(one) === idOf(state))
      if (old === undefined) compared.created.push({ accountId: after.accountId, state })
      else compared.updated.push({ old, state })
    }
  }
  return compared
}
