import * as z from 'zod'
import type { TestHand } from './hand.ts'

const id = z.string().max(64)

/** What can be done on the page of the test bank. Amounts are in the currency's unit, as somebody types them. */
export const act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('refund'),
    id,
    key: id,
    amount: z.coerce.number().positive(),
    digits: z.coerce.number().int().min(0).max(4),
  }),
  z.object({ act: z.enum(['pay', 'failRefund', 'dispute', 'won', 'lost', 'arrive', 'never']), id }),
  z.object({ act: z.literal('renewals'), id, renewals: z.enum(['succeed', 'fail', 'give_up']) }),
  z.object({ act: z.literal('charges'), id, charges: z.enum(['succeed', 'decline']) }),
])
export type Act = z.infer<typeof act>

/** Does it. Throws `ProviderError` where it is not possible, or not any more. */
export async function perform(hand: TestHand, chosen: Act): Promise<void> {
  const { id: of } = chosen
  switch (chosen.act) {
    case 'refund':
      return hand.refund(of, { key: chosen.key, amount: Math.round(chosen.amount * 10 ** chosen.digits) })
    case 'pay':
      return hand.pay(of)
    case 'failRefund':
      return hand.failRefund(of)
    case 'dispute':
      return hand.dispute(of)
    case 'won':
    case 'lost':
      return hand.closeDispute(of, chosen.act)
    case 'arrive':
    case 'never':
      return hand.settle(of, chosen.act === 'arrive')
    case 'renewals':
      return hand.setRenewals(of, chosen.renewals)
    case 'charges':
      return hand.declineCharges(of, chosen.charges === 'decline')
  }
}
