import type { EntryState, HoldState, LotState, WalletState } from '../state.ts'

/** How a column travels between a row and JSON: times are ms on our side, the database's own type on its side. */
export type ColumnType = 'text' | 'int' | 'time'
export type Columns = Record<string, ColumnType>

export const walletColumns = {
  accountId: 'text',
  createdAt: 'time',
  lastCommandAt: 'time',
  entryCount: 'int',
  afterLastGrant: 'int',
  debt: 'int',
  reserve: 'int',
  lowPercent: 'int',
  lowCredits: 'int',
  timeZone: 'text',
} as const satisfies { [name in keyof Omit<WalletState, 'lots' | 'holds' | 'budgets'>]: ColumnType }

/** What nearly every command changes of a lot. No index speaks of these columns, so changing them touches the row alone. */
export const lotBooks = {
  available: 'int',
  held: 'int',
  spent: 'int',
  expired: 'int',
  clawedBack: 'int',
  moved: 'int',
  repaid: 'int',
} as const satisfies { [name in keyof LotState]?: ColumnType }

/** What few commands change of a lot. */
export const lotMarks = {
  owed: 'int',
  claimed: 'int',
  billed: 'int',
  cap: 'int',
  takenAt: 'time',
  closedAt: 'time',
} as const satisfies { [name in keyof LotState]?: ColumnType }

export const lotColumns = {
  id: 'text',
  accountId: 'text',
  kind: 'text',
  source: 'text',
  originId: 'text',
  reference: 'text',
  label: 'text',
  priority: 'int',
  granted: 'int',
  ...lotBooks,
  ...lotMarks,
  rolloverMax: 'int',
  rolloverUntil: 'time',
  effectiveAt: 'time',
  expiresAt: 'time',
  createdAt: 'time',
} as const

/** What a command may change of a hold. */
export const holdProgress = {
  captured: 'int',
  released: 'int',
  refunded: 'int',
  finishedAt: 'time',
} as const satisfies { [name in keyof HoldState]?: ColumnType }

export const holdColumns = {
  id: 'text',
  accountId: 'text',
  memberId: 'text',
  projectId: 'text',
  purpose: 'text',
  reference: 'text',
  priceVersion: 'int',
  amount: 'int',
  ...holdProgress,
  createdAt: 'time',
} as const

export const legProgress = { captured: 'int', released: 'int', refunded: 'int' } as const
export const legColumns = { holdId: 'text', position: 'int', lotId: 'text', amount: 'int', ...legProgress } as const

export const budgetColumns = { projectId: 'text', accountId: 'text', limit: 'int', used: 'int', whenUsedUp: 'text' } as const

export const entryColumns = {
  accountId: 'text',
  sequence: 'int',
  lotId: 'text',
  holdId: 'text',
  projectId: 'text',
  from: 'text',
  to: 'text',
  amount: 'int',
  purpose: 'text',
  reference: 'text',
  commandKey: 'text',
  at: 'time',
} as const satisfies { [name in keyof EntryState]: ColumnType } & Columns

export const keyColumns = { accountId: 'text', key: 'text', payloadHash: 'text', answer: 'text', at: 'time' } as const
