import type { TestCheckout } from '../../../../../generated/sqlite/client.ts'
import type { CheckoutOrder, OrderedThing } from '../../../provider.ts'
import { refused, type Turn } from './turn.ts'

type Terms = Pick<TestCheckout, 'kind' | 'offerId' | 'offersVersion' | 'credits' | 'amount' | 'currency' | 'interval'>

/** A place to pay; the same key gets the same one. */
export async function openCheckout(turn: Turn, order: CheckoutOrder, secret: string): Promise<TestCheckout> {
  const { tx, customerId, now: createdAt } = turn
  const { key, returnUrl } = order
  const before = await tx.testCheckout.findUnique({ where: { key } })
  if (before === null) {
    const place = { id: turn.newId('tco'), secret, key, customerId, returnUrl, state: 'open', createdAt }
    return tx.testCheckout.create({ data: { ...place, ...termsOf(order.thing) } })
  }
  if (before.customerId !== customerId) throw refused('The same key was used for another checkout')
  return before
}

/** Nobody can pay there any more; what was paid, or is on its way, stays. */
export async function closeCheckout(turn: Turn, reference: string): Promise<void> {
  const { count } = await turn.tx.testCheckout.updateMany({
    where: { id: reference, customerId: turn.customerId, state: { in: ['open', 'declined'] } },
    data: { state: 'closed' },
  })
  if (count > 0) turn.happened('checkout.closed', reference)
}

function termsOf(thing: OrderedThing): Terms {
  if (thing.kind === 'pack') {
    const { kind, id, version, credits, price } = thing
    return { kind, offerId: id, offersVersion: version, credits, ...price, interval: null }
  }
  if (thing.kind === 'plan') {
    const { id, version, credits, price, interval } = thing.plan
    return { kind: 'plan', offerId: id, offersVersion: version, credits, ...price, interval }
  }
  const { version, creditPrice } = thing
  return { kind: 'metered', offerId: null, offersVersion: version, credits: 0, ...creditPrice, interval: 'month' }
}
