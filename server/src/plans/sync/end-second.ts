import type { Subscription } from '../../../generated/sqlite/client.ts'
import { undoneOf } from '../../payments/paid-lots.ts'
import type { SubscriptionFacts } from '../../payments/provider.ts'
import type { PlansDeps } from '../deps.ts'

/**
 * Ends at the provider what may not go on: a subscription of an account that was deleted, and the newer of two that were agreed
 * to beside each other, whose money goes back, as does money that came for a plan after its account was gone. Pay-as-you-go of a deleted
 * account that has used something ends with its period, by when that is billed. True where something was asked of the provider:
 * it has to be read again.
 */
export async function endWhatMayNot(deps: PlansDeps, row: Subscription, facts: SubscriptionFacts): Promise<boolean> {
  const { provider, log } = deps
  const gone = await deps.isDeleted(row.accountId)
  const second = !gone && facts.state !== 'incomplete' && (await isSecond(deps, row, facts))
  if (!gone && !second) return false
  let asked = false
  if (gone && (await owesUse(deps, row, facts))) {
    if (facts.endsWithPeriod) return false
    await provider.endWithPeriod(facts.reference, true)
    return true
  }
  if (facts.state !== 'ended') {
    await provider.endNow(facts.reference)
    log.info({ subscription: row.id, why: gone ? 'account deleted' : 'agreed to twice' }, 'a subscription was ended at once')
    asked = true
  }
  for (const payment of second ? facts.payments : await broughtNothing(deps, row, facts)) {
    const { reference, state, refunded, disputed } = payment
    const { amount } = payment.amount
    const kept = amount - undoneOf({ amount, refunded, disputed })
    if (state !== 'paid' || kept === 0) continue
    await provider.refund(reference, { amount: kept, key: `${second ? 'twice' : 'deleted'}:${row.id}:${reference}` })
    if (gone) log.warn({ payment: reference }, 'money came for an account that was deleted: it goes back')
    asked = true
  }
  return asked
}

/** Money of a plan that came when its account was deleted already: nobody ever read here that it was paid. */
async function broughtNothing({ db }: PlansDeps, { provider, kind }: Subscription, { payments }: SubscriptionFacts) {
  if (kind !== 'plan') return []
  const paid = payments.filter(({ state, plan }) => state === 'paid' && plan !== null)
  const known = { provider, reference: { in: paid.map(({ reference }) => reference) }, state: 'paid' }
  const rows = await db.write.payment.findMany({ where: known, select: { reference: true } })
  return paid.filter(({ reference }) => !rows.some((row) => row.reference === reference))
}

/** Whether it runs, and has used what is billed at its period's end. */
async function owesUse({ wallet }: PlansDeps, { accountId }: Subscription, { kind, state }: SubscriptionFacts): Promise<boolean> {
  if (kind !== 'metered' || state === 'ended') return false
  const { metered } = await wallet.balance(accountId)
  return metered !== null && metered.used > 0
}

/**
 * Whether an older one of the same account and kind ran when this one began. Which is older is by what the provider says, so
 * that it is the same one in whatever order they became known. A plan that nobody ever paid for does not count.
 */
export async function isSecond({ db }: Pick<PlansDeps, 'db'>, row: Subscription, facts: SubscriptionFacts): Promise<boolean> {
  const { id, accountId, provider, kind, reference } = row
  const began = beginOf(facts)
  const others = await db.write.subscription.findMany({
    where: { accountId, provider, kind, id: { not: id }, state: { not: 'incomplete' } },
  })
  const older = others.filter(({ anchor, endedAt, reference: other }) => {
    const first = anchor < began || (anchor.getTime() === began.getTime() && other < reference)
    return first && (endedAt === null || endedAt > began)
  })
  if (kind === 'metered') return older.some(({ endedAt }) => endedAt === null)
  const ids = older.map((other) => other.id)
  return ids.length > 0 && (await db.write.payment.count({ where: { subscriptionId: { in: ids }, state: 'paid' } })) > 0
}

/** Newer ones that run beside it: they have to be looked at again, now that it is known. */
export async function besides({ db }: Pick<PlansDeps, 'db'>, row: Subscription): Promise<Subscription[]> {
  const { id, accountId, provider, kind, anchor, reference } = row
  const running = { notIn: ['incomplete', 'ended'] }
  const others = await db.write.subscription.findMany({
    where: { accountId, provider, kind, id: { not: id }, state: running, anchor: { gte: anchor } },
  })
  return others.filter((other) => other.anchor > anchor || other.reference > reference)
}

/** When the first period began: cycles are counted from it. */
export function beginOf({ payments, period }: SubscriptionFacts): Date {
  return payments[0]?.period.start ?? period.start
}
