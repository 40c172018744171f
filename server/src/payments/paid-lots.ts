import type { Payment } from '../../generated/sqlite/client.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { type CompanionWriter, companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'

/** A payment as it was just read: `readings` is the number of that reading. */
export type ReadPayment = Pick<Payment, 'id' | 'amount' | 'refunded' | 'disputed' | 'readings'>

interface EvenedLot {
  paymentId: string
  reading: number
  lotId: string
  undone: number
}

const evened: CompanionWriter<EvenedLot> = {
  // A row that is written, though with nothing new, is locked until the end: no other reading begins in between.
  check: async (tx, rows) => {
    const newest: boolean[] = []
    for (const { paymentId: id, reading: readings } of rows)
      newest.push((await tx.payment.updateMany({ where: { id, readings }, data: { readings } })).count === 1)
    return newest
  },
  write: async (tx, rows) => {
    for (const { lotId, undone } of rows) await tx.paidLot.update({ where: { lotId }, data: { undone } })
  },
}

/** What of a payment went back, by refunds and disputes, in the currency's smallest unit. */
export function undoneOf({ amount, refunded, disputed }: Pick<Payment, 'amount' | 'refunded' | 'disputed'>): number {
  return Math.min(amount, refunded + disputed)
}

/**
 * Brings every lot that a payment paid for to what is left of the payment: takes credits back, or returns them. Answers false
 * where another reading of the payment began meanwhile: then its lots are that one's to bring.
 * @param unpaid nobody paid it, and nobody will: all of it goes
 */
export async function evenLots(
  { db, wallet }: { db: Db; wallet: Wallet },
  payment: ReadPayment,
  { unpaid }: { unpaid: boolean } = { unpaid: false },
): Promise<boolean> {
  const { id: paymentId, amount: paid, readings: reading } = payment
  // What cost nothing cannot be undone.
  if (paid === 0) return true
  const undone = unpaid ? paid : undoneOf(payment)
  const purpose = unpaid ? 'unpaid' : undefined
  const lots = await db.write.paidLot.findMany({ where: { paymentId, undone: { not: undone } }, orderBy: { lotId: 'asc' } })
  for (const { lotId, accountId } of lots) {
    const key = `undone:${paymentId}:${reading}:${lotId}`
    try {
      const rows = companion(evened, { paymentId, reading, lotId, undone })
      await wallet.clawBack({ accountId, lotId, undone, paid, purpose, key }, rows)
    } catch (error) {
      if (error instanceof ToileError && error.code === 'CANCELLED') return false
      throw error
    }
  }
  return true
}
