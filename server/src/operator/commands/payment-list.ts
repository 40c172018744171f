import type { PaymentState } from 'shared'
import type { Payment } from '../../../generated/sqlite/client.ts'
import { undoneOf } from '../../payments/paid-lots.ts'
import { stateOf } from '../../payments/records/view.ts'
import { credits, minute, price, type Report } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { findAccount } from '../find-account.ts'

/** So many answer most questions; the designer's own list has them all. */
const newest = 50

const stands: Record<PaymentState, string> = {
  pending: 'on its way',
  paid: 'paid',
  failed: 'failed',
  refunded: 'refunded',
  partly_refunded: 'refunded in part',
  disputed: 'disputed',
  charged_back: 'dispute lost',
}

/** What an account paid, newest first: what for, and where it stands. */
export async function listPayments(desk: Desk, named: string): Promise<Report> {
  const { accountId } = await findAccount(desk, named)
  const rows = await desk.db.read.payment.findMany({
    where: { accountId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: newest,
  })
  const payments = rows.map((row) => ({ ...row, standing: stateOf(row), undone: undoneOf(row) }))
  const lines = payments.length === 0 ? [`Account ${accountId} paid nothing yet.`] : payments.map(paymentLine)
  return { lines, data: { accountId, payments } }
}

function paymentLine(payment: Payment & { standing: PaymentState; undone: number }): string {
  const { id, kind, offerId, amount, currency, createdAt, provider, standing, undone } = payment
  const back = undone === 0 ? '' : ` (${price({ amount: undone, currency })} back)`
  const what = `${kind} ${offerId}, ${credits(payment.credits)}`
  return `${minute(createdAt)} · ${what} · ${price({ amount, currency })} · ${stands[standing]}${back} · ${id} (${provider})`
}
