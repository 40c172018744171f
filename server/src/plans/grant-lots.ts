import type { Subscription } from '../../generated/sqlite/client.ts'
import type { PlansDeps } from './deps.ts'
import type { DueLot } from './due-lots.ts'
import { lotIdOf } from './lot-id.ts'
import { asRead, orSuperseded, type Reading, writeAs } from './reading.ts'

/** Grants the lots that are due and not there yet, and notes which payment each was paid by. */
export async function grantDueLots(
  { db, wallet }: Pick<PlansDeps, 'db' | 'wallet'>,
  { row, reading, lots }: { row: Subscription; reading: Reading; lots: readonly DueLot[] },
): Promise<void> {
  const { accountId } = row
  const lotIds = lots.map(({ key }) => lotIdOf(key))
  const there = await db.write.lot.findMany({ where: { id: { in: lotIds } }, select: { id: true } })
  const known = new Set(there.map(({ id }) => id))
  for (const { key, cycleName, cycle, credits, rollover } of lots) {
    const lotId = lotIdOf(key)
    if (known.has(lotId)) continue
    const span = { effectiveAt: cycle.start.getTime(), expiresAt: cycle.end.getTime() }
    const lot = { lotId, kind: 'plan' as const, label: String(credits), credits, reference: cycleName, rollover, ...span }
    await wallet.grant({ accountId, key, ...lot }, asRead(reading)).catch(orSuperseded)
  }
  await notePayers({ db }, { row, reading, lots })
}

async function notePayers(
  { db }: Pick<PlansDeps, 'db'>,
  { row, reading, lots }: { row: Subscription; reading: Reading; lots: readonly DueLot[] },
): Promise<void> {
  const { provider, accountId } = row
  const lotIds = lots.map(({ key }) => lotIdOf(key))
  const noted = await db.write.paidLot.findMany({ where: { lotId: { in: lotIds } }, select: { lotId: true } })
  const missing = lots.filter(({ key, payment }) => payment !== null && !noted.some(({ lotId }) => lotId === lotIdOf(key)))
  if (missing.length === 0) return
  await writeAs(db, reading, async (tx) => {
    const references = missing.flatMap(({ payment }) => payment ?? [])
    const payments = await tx.payment.findMany({ where: { provider, reference: { in: references } } })
    for (const { key, payment } of missing) {
      const payer = payments.find(({ reference }) => reference === payment)
      // What cost nothing can not be undone.
      if (payer === undefined) continue
      const paid = { lotId: lotIdOf(key), paymentId: payer.id, accountId }
      await tx.paidLot.upsert({ where: { lotId: paid.lotId }, create: paid, update: { lotId: paid.lotId } })
    }
  })
}
