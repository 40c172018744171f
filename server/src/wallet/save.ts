import type { Tx } from '../platform/db.ts'
import type { EntryState, HoldState, LotState, WalletState } from './state.ts'

/** A wallet before and after a batch, with the entries that lie between. `before` is null for a wallet just opened. */
export interface Change {
  before: WalletState | null
  after: WalletState
  entries: (EntryState & { commandKey: string; at: number })[]
}

/** Writes a batch of changed wallets set-wise: one statement a table, however many commands it took. */
export async function saveChanges(tx: Tx, changes: Change[]): Promise<void> {
  await saveWallets(tx, changes)
  await saveLots(tx, changes)
  await saveHolds(tx, changes)
  const entries = changes.flatMap(({ after, entries }) =>
    entries.map((entry) => ({ ...entry, accountId: after.accountId, at: new Date(entry.at) })),
  )
  if (entries.length > 0) await tx.entry.createMany({ data: entries })
}

async function saveWallets(tx: Tx, changes: Change[]): Promise<void> {
  const opened = changes
    .filter((change) => change.before === null)
    .map(({ after: { lots: _lots, holds: _holds, ...row } }) => row)
  if (opened.length > 0) {
    const data = opened.map((row) => ({ ...row, createdAt: new Date(row.createdAt), lastCommandAt: new Date(row.lastCommandAt) }))
    await tx.wallet.createMany({ data })
  }
  const kept = changes.filter((change) => change.before !== null).map(({ after }) => after)
  if (kept.length === 0) return
  const rows = kept.map((w) => [w.accountId, databaseTime(w.lastCommandAt), w.entryCount, w.afterLastGrant])
  await tx.$executeRaw`
    UPDATE "Wallet" SET "lastCommandAt" = j.value->>1, "entryCount" = j.value->>2, "afterLastGrant" = j.value->>3
    FROM json_each(${JSON.stringify(rows)}) j WHERE "Wallet"."accountId" = j.value->>0`
}

async function saveLots(tx: Tx, changes: Change[]): Promise<void> {
  const { created, updated } = split(changes, (wallet) => wallet.lots)
  if (created.length > 0) {
    const data = created.map(({ accountId, row }) => ({ ...row, accountId, ...dates(row) }))
    await tx.lot.createMany({ data })
  }
  if (updated.length === 0) return
  const rows = updated.map((l) => [l.id, l.available, l.held, l.spent, l.expired, l.clawedBack, l.moved, l.repaid])
  await tx.$executeRaw`
    UPDATE "Lot" SET "available" = j.value->>1, "held" = j.value->>2, "spent" = j.value->>3, "expired" = j.value->>4,
      "clawedBack" = j.value->>5, "moved" = j.value->>6, "repaid" = j.value->>7
    FROM json_each(${JSON.stringify(rows)}) j WHERE "Lot"."id" = j.value->>0`
}

async function saveHolds(tx: Tx, changes: Change[]): Promise<void> {
  const { created, updated } = split(changes, (wallet) => wallet.holds)
  if (created.length > 0) {
    const data = created.map(({ accountId, row: { legs: _legs, ...row } }) => ({
      ...row,
      accountId,
      createdAt: new Date(row.createdAt),
      finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt),
    }))
    await tx.hold.createMany({ data })
    const legs = created.flatMap(({ row }) => row.legs.map((leg, position) => ({ ...leg, holdId: row.id, position })))
    if (legs.length > 0) await tx.holdLeg.createMany({ data: legs })
  }
  if (updated.length > 0) await updateHolds(tx, updated)
}

async function updateHolds(tx: Tx, holds: HoldState[]): Promise<void> {
  const rows = holds.map((h) => [h.id, h.captured, h.released, h.finishedAt === null ? null : databaseTime(h.finishedAt)])
  await tx.$executeRaw`
    UPDATE "Hold" SET "captured" = j.value->>1, "released" = j.value->>2, "finishedAt" = j.value->>3
    FROM json_each(${JSON.stringify(rows)}) j WHERE "Hold"."id" = j.value->>0`
  const legs = holds.flatMap((h) => h.legs.map((leg, position) => [h.id, position, leg.captured, leg.released]))
  await tx.$executeRaw`
    UPDATE "HoldLeg" SET "captured" = j.value->>2, "released" = j.value->>3
    FROM json_each(${JSON.stringify(legs)}) j WHERE "HoldLeg"."holdId" = j.value->>0 AND "HoldLeg"."position" = j.value->>1`
}

/** `decide` makes a new object of whatever it changes, so identity tells what must be written. */
function split<Row extends { id: string }>(changes: Change[], rowsOf: (wallet: WalletState) => readonly Row[]) {
  const created: { accountId: string; row: Row }[] = []
  const updated: Row[] = []
  for (const { before, after } of changes) {
    const known = new Map((before ? rowsOf(before) : []).map((row) => [row.id, row]))
    for (const row of rowsOf(after)) {
      const old = known.get(row.id)
      if (old === undefined) created.push({ accountId: after.accountId, row })
      else if (old !== row) updated.push(row)
    }
  }
  return { created, updated }
}

function dates(lot: LotState) {
  return { effectiveAt: new Date(lot.effectiveAt), expiresAt: new Date(lot.expiresAt), createdAt: new Date(lot.createdAt) }
}

/** A moment as Prisma's SQLite adapter writes it: text that sorts as time. */
function databaseTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+00:00')
}
