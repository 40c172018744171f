import type { CheckoutState } from 'shared'
import type { Checkout } from '../../../generated/sqlite/client.ts'
import { isDeleted } from '../../accounts/is-deleted.ts'
import { undoneOf } from '../paid-lots.ts'
import type { CheckoutFacts, PaymentFacts } from '../provider.ts'
import { rowOf, syncPayment } from '../sync-payment.ts'
import type { CheckoutDeps } from './deps.ts'
import { grantPack } from './grant-pack.ts'

/** Money came that is not what was ordered. Nothing is brought by it: its event waits, and shows the operator why. */
export class WrongPayment extends Error {}

/** A checkout of the provider's, as ours is told. */
export const states: Record<CheckoutFacts['state'], CheckoutState> = {
  open: 'open',
  declined: 'declined',
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  closed: 'cancelled',
}

/**
 * The credits of a pack come with the money: what its payment says counts, not what its page says. `granted`: the grant has
 * written the checkout, too. Throws `WrongPayment` where the money is another checkout's, or less than was asked for.
 */
export async function bringPack(deps: CheckoutDeps, row: Checkout, facts: CheckoutFacts): Promise<CheckoutState | 'granted'> {
  if (facts.payment === null) {
    if (facts.state === 'paid') throw new WrongPayment(`checkout ${facts.reference} is paid, but has no payment`)
    return states[facts.state]
  }
  const payment = await deps.provider.readPayment(facts.payment)
  const id = await keepPayment(deps, row, payment)
  const came = payment.state === 'paid' && id !== null ? await bringMoney(deps, row, { id, payment }) : null
  // Read once more: what was undone of it before it had a row here was told to nobody.
  if (id !== null) await syncPayment(deps, { id, reference: payment.reference })
  return came ?? (facts.state === 'paid' ? 'pending' : states[facts.state])
}

/** A payment is kept from the moment that somebody tried to pay. Answers its id, or null where nobody did. */
async function keepPayment({ db, ids, provider }: CheckoutDeps, row: Checkout, facts: PaymentFacts): Promise<string | null> {
  if (facts.state === 'open') return null
  const { reference } = facts
  const { accountId, kind, id: checkoutId, offerId, offersVersion, credits } = row
  const of = { accountId, kind, checkoutId, offerId, offersVersion, credits }
  const key = { provider: provider.name, reference }
  const kept = await db.write.payment.upsert({
    where: { provider_reference: key },
    create: { id: ids.next(), ...key, ...of, ...rowOf(facts), refunded: 0, disputed: 0, lost: 0, createdAt: row.createdAt },
    update: key,
  })
  if (kept.checkoutId !== checkoutId)
    throw new WrongPayment(`payment ${reference} is of another checkout than ${row.reference}: it pays for one thing only`)
  return kept.id
}

/** Money that is there brings its credits, once; where the account was deleted meanwhile it goes back. What is not what was ordered brings nothing. */
async function bringMoney(
  deps: CheckoutDeps,
  row: Checkout,
  { id, payment }: { id: string; payment: PaymentFacts },
): Promise<'granted' | 'cancelled'> {
  const { amount, currency } = payment.amount
  if (currency !== row.currency || amount < row.amount) {
    // The operator has sent it back: nothing is left to look into.
    if (amount > 0 && undoneOf({ ...payment, amount }) === amount) return 'cancelled'
    throw new WrongPayment(`${amount} ${currency} were paid where ${row.amount} ${row.currency} were asked for (smallest units)`)
  }
  if (row.state === 'paid' || !(await isDeleted(deps.db, row.accountId))) {
    await grantPack(deps, row, { id, paidAt: payment.paidAt })
    return 'granted'
  }
  await giveBack(deps, payment)
  return 'cancelled'
}

async function giveBack({ provider, log }: CheckoutDeps, { reference, amount: { amount }, refunded, disputed }: PaymentFacts) {
  const kept = amount - undoneOf({ amount, refunded, disputed })
  if (kept === 0) return
  await provider.refund(reference, { amount: kept, key: `deleted:${reference}` })
  log.warn({ payment: reference }, 'money came for an account that was deleted: it goes back')
}
