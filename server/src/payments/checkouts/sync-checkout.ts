import { type CheckoutState, checkoutState } from 'shared'
import type { Checkout } from '../../../generated/sqlite/client.ts'
import { endOfWhatCame, paymentNewsOf } from '../payment-news.ts'
import type { CheckoutFacts } from '../provider.ts'
import { untilNewest } from '../readings.ts'
import { bringPack, states, WrongPayment } from './bring-pack.ts'
import type { CheckoutDeps } from './deps.ts'

/** How long an open checkout waits for an event before it is looked at without one, in ms. */
export const firstLookMs = 1_800_000
/** The longest time from one look to the next, in ms. */
const longestLookMs = 6 * 3_600_000
/** Money takes two weeks at most, and checkouts close within days, in ms. Later only an event tells. */
const longestWaitMs = 30 * 86_400_000

/** Checkouts of which nothing more is expected. */
export const over = ['paid', 'failed', 'cancelled']

/** Reads a checkout back and does what follows from it. False where it is none of ours. Throws `ProviderError`. */
export async function syncCheckout(deps: CheckoutDeps, reference: string): Promise<boolean> {
  const known = await findRow(deps, reference)
  if (known === null) return false
  await untilNewest(`checkout ${reference}`, async () => {
    const row = await deps.db.write.checkout.update({ where: { id: known.id }, data: { readings: { increment: 1 } } })
    const facts = await deps.provider.readCheckout(reference)
    const came = row.kind === 'pack' ? await bringPack(deps, row, facts) : await bringSubscription(deps, row, facts)
    return came === 'granted' || writeState(deps, row, came)
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

/** What was agreed to is brought about where plans are; this is but the way there. */
async function bringSubscription(deps: CheckoutDeps, row: Checkout, facts: CheckoutFacts): Promise<CheckoutState> {
  const { db, provider } = deps
  const { subscription: reference } = facts
  if (reference === null) return states[facts.state]
  await deps.syncSubscription(reference, row.id)
  const brought = await db.write.subscription.findUnique({
    where: { provider_reference: { provider: provider.name, reference } },
  })
  if (brought !== null && brought.accountId !== row.accountId)
    throw new WrongPayment(`checkout ${facts.reference} names ${reference}, which is of another account`)
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
