import type { TestDispute, TestPayment, TestRefund } from '../../../../../generated/sqlite/client.ts'
import type { Tx } from '../../../../platform/db.ts'
import { disputedOf, refundedOf } from './facts.ts'
import { refused, type Turn, unknown } from './turn.ts'

/** What of a payment has not gone back, and is not held back; in the currency's smallest unit. */
async function leftOf({ tx }: Turn, { id, amount }: TestPayment): Promise<number> {
  const refunds = await tx.testRefund.findMany({ where: { paymentId: id } })
  const disputes = await tx.testDispute.findMany({ where: { paymentId: id } })
  return amount - refundedOf(refunds) - disputedOf(disputes)
}

async function paidPayment({ tx, customerId }: Turn, id: string): Promise<TestPayment> {
  const payment = await tx.testPayment.findFirst({ where: { id, customerId } })
  if (payment === null) throw unknown(id)
  if (payment.state !== 'paid') throw refused(`${id} is not paid`)
  return payment
}

/** Money goes back to the designer. The same key goes back once. */
export async function refund(turn: Turn, paymentId: string, { amount, key }: { amount: number; key: string }): Promise<void> {
  const { tx, now: createdAt } = turn
  const before = await tx.testRefund.findUnique({ where: { key } })
  if (before !== null) {
    if (before.paymentId !== paymentId || before.amount !== amount) throw refused('The same key was used for another refund')
    return
  }
  const left = await leftOf(turn, await paidPayment(turn, paymentId))
  if (amount < 1 || amount > left) throw refused(`Of ${paymentId} ${left} can go back, not ${amount}`)
  await tx.testRefund.create({ data: { id: turn.newId('tre'), key, paymentId, amount, createdAt } })
  turn.happened('payment.refunded', paymentId)
}

/** The bank could not take the last refund: the money that went out came back to us. */
export async function failRefund(turn: Turn, paymentId: string): Promise<void> {
  await paidPayment(turn, paymentId)
  const last = await lastRefund(turn.tx, paymentId)
  if (last === null) throw refused(`Nothing of ${paymentId} was refunded`)
  await turn.tx.testRefund.update({ where: { id: last.id }, data: { failed: true } })
  turn.happened('payment.refunded', paymentId)
}

async function lastRefund(tx: Tx, paymentId: string): Promise<TestRefund | null> {
  const refunds = await tx.testRefund.findMany({ where: { paymentId, failed: false }, orderBy: { createdAt: 'asc' } })
  return refunds.at(-1) ?? null
}

/** The designer's bank asks for all that is left of it back, and has it until somebody decides. */
export async function dispute(turn: Turn, paymentId: string): Promise<void> {
  const left = await leftOf(turn, await paidPayment(turn, paymentId))
  if (left === 0) throw refused(`Nothing is left of ${paymentId}`)
  const opened = { id: turn.newId('tdp'), paymentId, amount: left, state: 'open', createdAt: turn.now }
  await turn.tx.testDispute.create({ data: opened })
  turn.happened('payment.disputed', paymentId)
}

export async function closeDispute(turn: Turn, paymentId: string, state: 'won' | 'lost'): Promise<void> {
  await paidPayment(turn, paymentId)
  const open: Pick<TestDispute, 'paymentId' | 'state'> = { paymentId, state: 'open' }
  const { count } = await turn.tx.testDispute.updateMany({ where: open, data: { state } })
  if (count === 0) throw refused(`No dispute runs about ${paymentId}`)
  turn.happened('payment.dispute_closed', paymentId)
}
