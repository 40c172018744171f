import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { Db, Tx } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import { type Companion, companion } from '../../wallet/companion.ts'

/** One look at a subscription at its provider. Readings of the same thing may cross: only what the newest one read is written. */
export interface Reading {
  subscriptionId: string
  number: number
}

/** A newer reading has begun: it knows at least as much. */
export class Superseded extends Error {}

/**
 * Begins a reading of a subscription and of all its payments: from here on nothing that an earlier one read is written. Until
 * it is through, the sweep looks again.
 */
export async function beginReading(db: Db, id: string, now: Date): Promise<{ row: Subscription; reading: Reading }> {
  const next = { readings: { increment: 1 } }
  const [row] = await db.write.$transaction([
    db.write.subscription.update({ where: { id }, data: { ...next, lookAt: now } }),
    db.write.payment.updateMany({ where: { subscriptionId: id }, data: next }),
  ])
  return { row, reading: { subscriptionId: id, number: row.readings } }
}

/** Whether it is the newest; holds any newer one up until the transaction ends. */
export async function isNewest(tx: Tx, { subscriptionId, number }: Reading): Promise<boolean> {
  const same = { readings: number }
  return (await tx.subscription.updateMany({ where: { id: subscriptionId, ...same }, data: same })).count === 1
}

/** Reads and writes rows in one transaction, if the reading is the newest still. Throws `Superseded` otherwise. */
export function writeAs<Answer>(db: Db, reading: Reading, write: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  return db.write.$transaction(async (tx) => {
    if (!(await isNewest(tx, reading))) throw new Superseded('a newer reading has begun')
    return write(tx)
  })
}

interface ReadRow {
  reading: Reading
  write: (tx: Tx) => Promise<void>
}

const readRows = {
  check: async (tx: Tx, rows: readonly ReadRow[]) => {
    const allowed: boolean[] = []
    for (const { reading } of rows) allowed.push(await isNewest(tx, reading))
    return allowed
  },
  write: async (tx: Tx, rows: readonly ReadRow[]) => {
    for (const { write } of rows) await write(tx)
  },
}

/** Lets a wallet's command act only while the reading is the newest, with rows that are written with it. */
export function asRead(reading: Reading, write: (tx: Tx) => Promise<void> = async () => {}): Companion {
  return companion<ReadRow>(readRows, { reading, write })
}

/** What a wallet's command says when its reading was not the newest any more. */
export function orSuperseded(error: unknown): never {
  if (error instanceof ToileError && error.code === 'CANCELLED') throw new Superseded('a newer reading has begun')
  throw error
}
