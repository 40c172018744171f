import type { Money } from 'shared'
import type { Payment } from '../../generated/sqlite/client.ts'
import { ToileError } from '../platform/errors.ts'
import type { PaymentProvider } from './provider.ts'

/** What may go back of a payment, as the provider has it now. */
async function refundable(provider: PaymentProvider, { reference, provider: name }: Payment): Promise<Money> {
  // Only who took the money can give it back.
  if (name !== provider.name) throw new ToileError('BAD_REQUEST', { field: 'provider' })
  const { state, amount, refunded, disputed } = await provider.readPayment(reference)
  if (state !== 'paid') return { ...amount, amount: 0 }
  return { ...amount, amount: Math.max(0, amount.amount - refunded - disputed) }
}

/**
 * Sends money back to the designer. The credits follow with the provider's event. Answers what was sent.
 * `BAD_REQUEST` with field `provider` where another provider took the money, `amount` where so much cannot go back.
 * @param amount in the currency's smallest unit; null is all that is left
 * @param key the same one sends once
 */
export async function refundPayment(
  provider: PaymentProvider,
  payment: Payment,
  { amount, key }: { amount: number | null; key: string },
): Promise<{ sent: Money; left: Money }> {
  const there = await refundable(provider, payment)
  const sent = amount ?? there.amount
  if (sent < 1 || sent > there.amount) throw new ToileError('BAD_REQUEST', { field: 'amount' })
  await provider.refund(payment.reference, { amount: sent, key })
  return { sent: { ...there, amount: sent }, left: { ...there, amount: there.amount - sent } }
}
