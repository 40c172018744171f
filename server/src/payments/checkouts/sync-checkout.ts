import { type CheckoutState, checkoutState } from 'shared'
import type { Checkout } from '../../../generated/sqlite/client.ts'
import { endOfWhatCame, paymentNewsOf } from '../payment-news.ts'
import type { CheckoutFacts, PaymentFacts } from '../provider.ts'
import { untilNewest } from '../readings.ts'
import { rowOf, syncPayment } from '../sync-payment.ts'
import type { CheckoutDeps } from './deps.ts'
import { grantPack } from './grant-pack.ts'

/** How long an open checkout waits for an event before it is looked at without one, in ms. */
export const firstLookMs = 1_800_000
/** The longest time from one look to the next, in ms. */
const longestLookMs = 6 * 3_600_000
/** Money takes two weeks at most, and checkouts close within days, in ms. Later only an event tells. */
const longestWaitMs = 30 * 86_400_000

/** Checkouts of which nothing more is expected. */
export const over = ['paid', 'failed', 'cancelled']

const states: Record<CheckoutFacts['state'], CheckoutState> = {
  open: 'open',
  declined: 'declined',
  pending: 'pending',
  paid: 'paid',
  failed: 'failed',
  closed: 'cancelled',
}

/** Reads a checkout back and does what follows from it. False where it is none of ours. Throws `ProviderError`. */
export async function syncCheckout(deps: CheckoutDeps, reference: string): Promise<boolean> {
  const known = await findRow(deps, reference)
  if (known === null) return false
  await untilNewest(`checkout ${reference}`, async () => {
    const row = await deps.db.write.checkout.update({ where: { id: known.id }, data: { readings: { increment: 1 } } })
    const facts = await deps.provider.readCheckout(reference)
    const state = row.kind === 'pack' ? await bringPack(deps, row, facts) : await bringSubscription(deps, row, facts)
    // A pack's grant has written it.
    return (state === 'paid' && row.kind === 'pack') || writeState(deps, row, state)
  })
  return true
}

/** By the provider's id or, where a crash or a quick provider left us without it, by ours that it was given. */
async function findRow({ db, provider }: CheckoutDeps, reference: string): Promise<Checkout | null> {
  const where = { provider_reference: { provider: provider.name, reference } }
  const known = await db.write.checkout.findUnique({ where })
  if (known !== null) return known
  const { key } = await provider.readCheckout(reference)
  const row = await db.write.checkout.findFirst({ where: { id: key, provider: provider.name } })
  if (row === null || row.reference !== null) return null
  return db.write.checkout.update({ where: { id: key }, data: { reference } })
}

/** The credits of a pack come with the money: what its payment says counts, not what its page says. */
async function bringPack(deps: CheckoutDeps, row: Checkout, facts: CheckoutFacts): Promise<CheckoutState> {
  if (facts.payment === null) {
    if (facts.state === 'paid') throw new Error(`checkout ${facts.reference} is paid, but has no payment`)
    return states[facts.state]
  }
  const payment = await deps.provider.readPayment(facts.payment)
  const id = await keepPayment(deps, row, payment)
  if (id !== null) {
    if (payment.state === 'paid') await grantPack(deps, row, { id, paidAt: payment.paidAt })
    // Read once more: what was undone of it before it had a row here was told to nobody.
    await syncPayment(deps, { id, reference: payment.reference })
  }
  if (payment.state === 'paid') return 'paid'
  return facts.state === 'paid' ? 'pending' : states[facts.state]
}

/** A payment is kept from the moment that somebody tried to pay. Answers its id, or null where nobody did. */
async function keepPayment({ db, ids, provider }: CheckoutDeps, row: Checkout, facts: PaymentFacts): Promise<string | null> {
  if (facts.state === 'open') return null
  const { reference } = facts
  const { accountId, kind, id: checkoutId, offerId, offersVersion, credits } = row
  const of = { accountId, kind, checkoutId, offerId, offersVersion, credits }
  const key = { provider: provider.name, reference }
  const { id } = await db.write.payment.upsert({
    where: { provider_reference: key },
    create: { id: ids.next(), ...key, ...of, ...rowOf(facts), refunded: 0, disputed: 0, lost: 0, createdAt: row.createdAt },
    update: key,
  })
  return id
}

/** What was agreed to is brought about where plans are; this is but the way there. */
async function bringSubscription(deps: CheckoutDeps, row: Checkout, facts: CheckoutFacts): Promise<CheckoutState> {
  if (facts.subscription !== null) await deps.syncSubscription(facts.subscription, row.id)
  return states[facts.state]
}

/** False where a newer reading began: then that one writes. Money that came stays; what is over is not open again. */
async function writeState({ db, clock, onNews }: CheckoutDeps, row: Checkout, state: CheckoutState): Promise<boolean> {
  const { id, readings } = row
  const final = row.state === 'paid' || (over.includes(row.state) && state !== 'paid' && state !== 'pending')
  const next = final ? checkoutState.parse(row.state) : state
  const now = clock.now()
  const isOver = over.includes(next)
  const finishedAt = next === row.state ? row.finishedAt : isOver ? now : null
  const lookAt = isOver ? null : nextLook(row, now)
  const { count } = await db.write.checkout.updateMany({ where: { id, readings }, data: { state: next, finishedAt, lookAt } })
  if (count === 0) return false
  if (next !== row.state) onNews(row.accountId, paymentNewsOf(row, next, next === 'paid' ? await endOfWhatCame(db, id) : null))
  return true
}

/** The longer nothing came of it, the later the next look; null once nothing will. */
export function nextLook({ createdAt }: Pick<Checkout, 'createdAt'>, now: Date): Date | null {
  const age = now.getTime() - createdAt.getTime()
  if (age > longestWaitMs) return null
  return new Date(now.getTime() + Math.min(Math.max(age, firstLookMs), longestLookMs))
}
