import type { Db } from 'server/platform/db'
import {
  type Columns,
  entryColumns,
  holdColumns,
  keyColumns,
  legColumns,
  lotColumns,
  walletColumns,
} from 'server/wallet/records/columns'
import { dialectOf, toJson } from 'server/wallet/records/dialect'
import type { Book } from 'shared'
import * as z from 'zod'

/** Lots that were used up or ended, one after another; the last one is still open. */
const lotCount = 12
/** A request of four images, three of them delivered. */
const requested = 4
const delivered = 3
const entriesOfHold = 1 + delivered + 1
/** Credits that each lot but the last leaves to expire, and the last one has to spend. */
const leftOver = 7
/** Every tenth request is for this project. */
export const longProject = 'project-of-long'
const yearMs = 365 * 86_400_000
const rowsAtOnce = 20_000

/**
 * Writes an account with a year of history straight into the tables, as the journal would have left it: a million entries take
 * a minute.
 * @param until ms; when the last entry was written
 * @returns how many were written: at most as many as were asked for, since the last request is a whole one
 */
export async function writeLongHistory(db: Db, accountId: string, entries: number, until: number): Promise<{ entries: number }> {
  const holdsOfLot = Math.floor((entries / lotCount - 2) / entriesOfHold)
  const holds = holdsOfLot * lotCount
  const total = lotCount + holds * entriesOfHold + (lotCount - 1)
  const timeOf = (sequence: number) => until - Math.floor(((total - sequence) * yearMs) / total)
  const insert = await inserter(db)

  const terms = { reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC' }
  const counters = { entryCount: total, afterLastGrant: holdsOfLot * delivered + leftOver, debt: 0 }
  await insert('Wallet', walletColumns, [{ accountId, createdAt: timeOf(1), lastCommandAt: until, ...counters, ...terms }])
  const ofLot = 2 + holdsOfLot * entriesOfHold
  const lots = Array.from({ length: lotCount }, (_, i) => lotRow(accountId, i, holdsOfLot, timeOf(1 + i * ofLot), until))
  await insert('Lot', lotColumns, lots)

  let sequence = 0
  const rows = { keys: [] as object[], holds: [] as object[], legs: [] as object[], entries: [] as object[] }
  const flush = async () => {
    await insert('CommandKey', keyColumns, rows.keys.splice(0))
    await insert('Hold', holdColumns, rows.holds.splice(0))
    await insert('HoldLeg', legColumns, rows.legs.splice(0))
    await insert('Entry', entryColumns, rows.entries.splice(0))
  }
  const move = (lot: number, commandKey: string, [from, to, amount]: [Book, Book, number], about: object = {}) => {
    sequence += 1
    const what = { purpose: null, reference: null, holdId: null, projectId: null, ...about }
    rows.entries.push({
      accountId,
      sequence,
      lotId: lotId(accountId, lot),
      from,
      to,
      amount,
      commandKey,
      at: timeOf(sequence),
      ...what,
    })
  }
  const key = (name: string) => {
    rows.keys.push({ accountId, key: name, payloadHash: '', answer: '{}', at: timeOf(sequence + 1) })
    return name
  }

  for (let lot = 0; lot < lotCount; lot++) {
    move(lot, key(`grant-${lot}`), ['issued', 'available', holdsOfLot * delivered + leftOver])
    for (let i = 0; i < holdsOfLot; i++) {
      const holdId = `hold-${accountId}-${lot * holdsOfLot + i}`
      const commandKey = key(holdId)
      const { hold, leg, about } = holdRows(accountId, holdId, lot * holdsOfLot + i, lot, timeOf(sequence + 1))
      rows.holds.push(hold)
      rows.legs.push(leg)
      move(lot, commandKey, ['available', 'held', requested], about)
      for (let image = 0; image < delivered; image++) move(lot, commandKey, ['held', 'spent', 1], about)
      move(lot, commandKey, ['held', 'available', requested - delivered], about)
      if (rows.entries.length >= rowsAtOnce) await flush()
    }
    if (lot < lotCount - 1) move(lot, key(`end-${lot}`), ['available', 'expired', leftOver])
  }
  await flush()
  return { entries: total }
}

const lotId = (accountId: string, lot: number) => `lot-${accountId}-${lot}`

function holdRows(accountId: string, holdId: string, number: number, lot: number, createdAt: number) {
  const projectId = number % 10 === 0 ? longProject : null
  const what = { projectId, purpose: number % 3 === 0 ? 'generate' : 'vary', reference: `generation-${number}` }
  const progress = { amount: requested, captured: delivered, released: requested - delivered, refunded: 0 }
  const hold = { id: holdId, accountId, memberId: 'm', priceVersion: 1, ...what, ...progress, createdAt, finishedAt: createdAt }
  return { hold, leg: { holdId, position: 0, lotId: lotId(accountId, lot), ...progress }, about: { ...what, holdId } }
}

function lotRow(accountId: string, i: number, holdsOfLot: number, createdAt: number, until: number): object {
  const last = i === lotCount - 1
  const spent = holdsOfLot * delivered
  const none = { held: 0, clawedBack: 0, moved: 0, repaid: 0, owed: 0, claimed: 0, billed: 0, takenAt: null }
  const books = { granted: spent + leftOver, spent, available: last ? leftOver : 0, expired: last ? 0 : leftOver, ...none }
  const terms = { kind: 'pack', source: 'grant', originId: null, reference: null, label: '100', priority: 0 }
  const ends = { rolloverMax: null, rolloverUntil: null, effectiveAt: createdAt, expiresAt: until + yearMs }
  return { id: lotId(accountId, i), accountId, ...terms, ...books, ...ends, createdAt, closedAt: last ? null : createdAt }
}

/** Writes rows as the wallet's own records do. Foreign keys are left unasked where they can be: that halves the time. */
async function inserter(db: Db) {
  const dialect = dialectOf(db.provider)
  const quick = db.provider === 'postgresql' && (await isSuperuser(db))
  return async (table: string, columns: Columns, rows: object[]) => {
    await db.write.$transaction(async (tx) => {
      if (quick) await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRawUnsafe(dialect.insert(table, columns), toJson(columns, rows))
    })
  }
}

const role = z.tuple([z.object({ rolsuper: z.boolean() })])

async function isSuperuser(db: Db): Promise<boolean> {
  const [{ rolsuper }] = role.parse(await db.read.$queryRaw`SELECT rolsuper FROM pg_roles WHERE rolname = current_user`)
  return rolsuper
}
