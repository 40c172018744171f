import type { Stripe } from 'stripe'
import { ProviderError } from '../../provider.ts'
import { marks } from './marks.ts'
import { intentsOf } from './payments.ts'

/** Sends money back. By the key's mark it is found again, also when Stripe has long forgotten the key itself. */
export async function refund(stripe: Stripe, payment: string, { amount, key }: { amount: number; key: string }): Promise<void> {
  const intent = await payerOf(stripe, payment)
  for await (const before of stripe.refunds.list({ payment_intent: intent, limit: 100 })) {
    if (before.metadata?.[marks.refund] === key) return
  }
  await stripe.refunds.create(
    { payment_intent: intent, amount, metadata: { [marks.refund]: key } },
    { idempotencyKey: `toile-refund-${key}` },
  )
}

async function payerOf(stripe: Stripe, payment: string): Promise<string> {
  if (payment.startsWith('pi_')) return payment
  const invoice = await stripe.invoices.retrieve(payment, { expand: ['payments'] })
  const paid = { ...invoice, payments: invoice.payments && { ...invoice.payments, data: invoice.payments.data.filter(isPaid) } }
  const [intent] = intentsOf(paid)
  if (intent === undefined) throw new ProviderError('Nothing was paid for that invoice by Stripe', { passing: false })
  return intent
}

const isPaid = ({ status }: Stripe.InvoicePayment) => status === 'paid'
