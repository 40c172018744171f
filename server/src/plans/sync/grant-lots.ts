import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { Db, Tx } from '../../platform/db.ts'
import type { CycleLot } from '../cycles/cycle-lots.ts'
import { lotIdOf } from '../cycles/lot-id.ts'
import type { PlansDeps } from '../deps.ts'
import { asRead, orSuperseded, type Reading, writeAs } from './reading.ts'

/** Grants the lots that are due and not there yet, each in one transaction with the note of which payment paid for it. */
export async function grantDueLots(
  { db, wallet }: Pick<PlansDeps, 'db' | 'wallet'>,
  { row, reading, lots }: { row: Subscription; reading: Reading; lots: readonly CycleLot[] },
): Promise<void> {
  const { accountId } = row
  const lotIds = lots.map(({ key }) => lotIdOf(key))
  const there = await db.write.lot.findMany({ where: { id: { in: lotIds } }, select: { id: true } })
  const known = new Set(there.map(({ id }) => id))
  for (const lot of lots) {
    const { key, cycleName, cycle, credits, due } = lot
    const lotId = lotIdOf(key)
    if (!due || known.has(lotId)) continue
    const span = { effectiveAt: cycle.start.getTime(), expiresAt: cycle.end.getTime() }
    const terms = { kind: 'plan' as const, label: String(credits), credits, reference: cycleName }
    const granted = { lotId, ...terms, rollover: await leftToRoll(db, accountId, lot), ...span }
    const paidBy = asRead(reading, (tx) => notePayers(tx, row, [lot]))
    await wallet.grant({ accountId, key, ...granted }, paidBy).catch(orSuperseded)
  }
  await noteLatePayers({ db }, { row, reading, lots: lots.filter(({ key }) => known.has(lotIdOf(key))) })
}

/** What of a cycle went on already leaves so much less to a lot that comes after the cycle's end. */
async function leftToRoll(db: Db, accountId: string, { cycleName, rollover }: CycleLot): Promise<CycleLot['rollover']> {
  if (rollover === null) return null
  const gone = { accountId, reference: cycleName, source: 'rollover' }
  const { _sum } = await db.write.lot.aggregate({ where: gone, _sum: { granted: true } })
  const max = rollover.max - (_sum.granted ?? 0)
  return max > 0 ? { ...rollover, max } : null
}

/** A cycle that began before the provider had made its payment is that payment's once there is one, whatever becomes of it. */
async function noteLatePayers(
  { db }: Pick<PlansDeps, 'db'>,
  { row, reading, lots }: { row: Subscription; reading: Reading; lots: readonly CycleLot[] },
): Promise<void> {
  const lotIds = lots.map(({ key }) => lotIdOf(key))
  const noted = await db.write.paidLot.findMany({ where: { lotId: { in: lotIds } }, select: { lotId: true } })
  const missing = lots.filter(({ key, payment }) => payment !== null && !noted.some(({ lotId }) => lotId === lotIdOf(key)))
  if (missing.length > 0) await writeAs(db, reading, (tx) => notePayers(tx, row, missing))
}

async function notePayers(tx: Tx, { provider, accountId }: Subscription, lots: readonly CycleLot[]): Promise<void> {
  const references = lots.flatMap(({ payment }) => payment ?? [])
  const payments = await tx.payment.findMany({ where: { provider, reference: { in: references } } })
  for (const { key, payment } of lots) {
    const payer = payments.find(({ reference }) => reference === payment)
    // What cost nothing can not be undone.
    if (payer === undefined) continue
    const paid = { lotId: lotIdOf(key), paymentId: payer.id, accountId }
    await tx.paidLot.upsert({ where: { lotId: paid.lotId }, create: paid, update: { lotId: paid.lotId } })
  }
}
