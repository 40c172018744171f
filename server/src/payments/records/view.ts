import { type PaymentState, type Payment as PaymentView, paymentKind } from 'shared'
import type { Payment } from '../../../generated/sqlite/client.ts'
import { undoneOf } from '../paid-lots.ts'
import type { PaymentProvider } from '../provider.ts'

/** Whether money moves at the provider that is used now. One that was used before is known by its name. */
export type Mode = Pick<PaymentProvider, 'name' | 'testMode'>

/** A payment as its designer sees it. */
export function viewPayment(row: Payment, mode: Mode): PaymentView {
  const { id, offerId, credits, amount, currency, createdAt, paidAt, periodStart, periodEnd, receiptUrl } = row
  const period =
    periodStart === null || periodEnd === null ? null : { start: periodStart.toISOString(), end: periodEnd.toISOString() }
  return {
    ...{ id, kind: paymentKind.parse(row.kind), state: stateOf(row), offerId, credits, period, receiptUrl },
    price: { amount, currency },
    undone: { amount: undoneOf(row), currency },
    createdAt: createdAt.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
    testMode: row.provider === mode.name ? mode.testMode : row.provider === 'test-checkout',
  }
}

/** Where a payment stands, in the designer's words: what was undone of it counts before that it was paid. */
export function stateOf(row: Payment): PaymentState {
  if (row.state === 'failed') return 'failed'
  if (row.state !== 'paid') return 'pending'
  if (row.disputed > 0) return row.lost < row.disputed ? 'disputed' : 'charged_back'
  if (row.refunded === 0) return 'paid'
  return row.refunded >= row.amount ? 'refunded' : 'partly_refunded'
}
