import { lotKind, lotSource } from 'shared'
import * as z from 'zod'
import type { HoldState, LotState } from '../state.ts'
import { budgetColumns, type Columns, holdColumns, keyColumns, legColumns, lotColumns, walletColumns } from './columns.ts'

const time = z.number()
const text = z.string()
const maybe = text.nullable()
const int = z.int()

const wallet = z.object({
  accountId: text,
  createdAt: time,
  lastCommandAt: time,
  entryCount: int,
  afterLastGrant: int,
  debt: int,
  reserve: int,
  lowPercent: int,
  lowCredits: int,
  timeZone: text,
})

const lot = z.object({
  id: text,
  accountId: text,
  kind: lotKind,
  source: lotSource,
  originId: maybe,
  reference: maybe,
  label: maybe,
  priority: int,
  granted: int,
  available: int,
  held: int,
  spent: int,
  expired: int,
  clawedBack: int,
  moved: int,
  repaid: int,
  owed: int,
  claimed: int,
  billed: int,
  cap: int.nullable(),
  takenAt: time.nullable(),
  closedAt: time.nullable(),
  rolloverMax: int.nullable(),
  rolloverUntil: time.nullable(),
  effectiveAt: time,
  expiresAt: time,
  createdAt: time,
})

const hold = z.object({
  id: text,
  accountId: text,
  memberId: text,
  projectId: maybe,
  purpose: text,
  reference: text,
  priceVersion: int.nullable(),
  amount: int,
  captured: int,
  released: int,
  refunded: int,
  finishedAt: time.nullable(),
  createdAt: time,
})

const leg = z.object({
  holdId: text,
  position: int,
  lotId: text,
  amount: int,
  captured: int,
  released: int,
  refunded: int,
})

const budget = z.object({
  projectId: text,
  accountId: text,
  limit: int.nullable(),
  used: int,
  whenUsedUp: z.enum(['stop', 'ask', 'tell']),
})

const key = z.object({ accountId: text, key: text, payloadHash: text, answer: text, at: time })

/** Each kind of row that is read as JSON: its columns in order, and what they must hold. */
export const rowKinds = {
  wallet: rowKind(walletColumns, wallet),
  lot: rowKind(lotColumns, lot),
  hold: rowKind(holdColumns, hold),
  leg: rowKind(legColumns, leg),
  budget: rowKind(budgetColumns, budget),
  key: rowKind(keyColumns, key),
}
export type LotRow = z.infer<typeof lot>
export type HoldRow = z.infer<typeof hold>
export type LegRow = z.infer<typeof leg>

/** Rows come as arrays. They are laid over a record that has all columns already: that is faster than growing one. */
function rowKind<Row>(columns: Columns, row: z.ZodType<Row>) {
  const cells = Object.entries(columns)
  const empty: Record<string, unknown> = Object.fromEntries(cells.map(([name]) => [name, null]))
  const arrays = z.array(z.array(z.unknown()).length(cells.length))
  const rows = z.array(row)
  return {
    columns,
    parse: (json: string): Row[] =>
      rows.parse(
        arrays.parse(JSON.parse(json)).map((values) => {
          const record = { ...empty }
          cells.forEach(([name, type], i) => {
            // SQLite answers times as text, PostgreSQL as ms.
            const value = values[i]
            record[name] = type === 'time' && typeof value === 'string' ? Date.parse(value) : value
          })
          return record
        }),
      ),
  }
}

export function toLotState({ accountId: _, rolloverMax: max, rolloverUntil: until, ...lot }: LotRow): LotState {
  return { ...lot, rollover: max === null || until === null ? null : { max, until } }
}

export function fromLotState(accountId: string, { rollover, ...lot }: LotState): LotRow {
  return { ...lot, accountId, rolloverMax: rollover?.max ?? null, rolloverUntil: rollover?.until ?? null }
}

export function toHoldState({ accountId: _, ...hold }: HoldRow, legs: LegRow[]): HoldState {
  const inOrder = legs.toSorted((a, b) => a.position - b.position)
  return { ...hold, legs: inOrder.map(({ holdId: _hold, position: _position, ...state }) => state) }
}
