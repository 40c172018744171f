import type { Plan, PlanChange, PlanChangePreview, PlanChangeRequest } from 'shared'
import type { Checkout } from '../../generated/sqlite/client.ts'
import { ProviderError } from '../payments/provider.ts'
import { ToileError } from '../platform/errors.ts'
import type { PlansDeps } from './deps.ts'
import { fromProvider } from './from-provider.ts'
import { type CurrentPlan, currentPlan } from './standing.ts'
import { syncSubscription } from './sync.ts'
import { changeOf } from './upgrade-price.ts'
import { chargeUpgrade } from './upgrades.ts'

/** What going over to another plan would do; nothing is done. `NOT_FOUND` without a plan to change. */
export async function previewChange(deps: PlansDeps, accountId: string, planId: string): Promise<PlanChangePreview> {
  const { current, plan } = await changeAsked(deps, accountId, planId)
  return changeTo(current, plan, deps.clock.now())
}

/**
 * Goes over to another plan: to a larger one at once, for the difference; to another from the next payment on, for nothing.
 * Going back to the running one takes that back. The same intent is charged once, however late it is asked again.
 */
export async function changePlan(deps: PlansDeps, accountId: string, request: PlanChangeRequest): Promise<PlanChange> {
  const { db, clock } = deps
  const key = { accountId, intentId: request.intentId }
  const asked = await db.write.checkout.findUnique({ where: { accountId_intentId: key } })
  const other = asked !== null && (asked.kind !== 'upgrade' || asked.offerId !== request.planId)
  if (other) throw new ToileError('IDEMPOTENCY_MISMATCH')
  if (asked !== null) return upgrade(deps, await requirePlan(deps, accountId), asked)

  const { current, plan } = await changeAsked(deps, accountId, request.planId)
  const change = changeTo(current, plan, clock.now())
  if (change.charge.amount > request.maxCharge) throw new ToileError('PRICE_CHANGED')
  if (change.when === 'now') return upgrade(deps, current, await agree(deps, { key, plan, change }))
  await wish(deps, current, plan)
  return { ...change, url: null }
}

async function requirePlan(deps: PlansDeps, accountId: string): Promise<CurrentPlan> {
  const current = await currentPlan(deps, accountId)
  if (current === null) throw new ToileError('NOT_FOUND')
  return current
}

/** Another interval is another plan altogether: it can be agreed to when this one has ended. */
async function changeAsked(deps: PlansDeps, accountId: string, planId: string): Promise<{ current: CurrentPlan; plan: Plan }> {
  const current = await requirePlan(deps, accountId)
  const plan = planId === current.plan.id ? current.plan : deps.offers.plan(planId)
  const same = plan.interval === current.plan.interval && plan.price.currency === current.plan.price.currency
  if (!same) throw new ToileError('BAD_REQUEST', { field: 'planId' })
  return { current, plan }
}

/** While a renewal is owed nothing more is charged: a larger plan counts from the next one then. */
function changeTo({ row, plan, cycles }: CurrentPlan, to: Plan, now: Date): PlanChangePreview {
  const change = changeOf(plan, to, { cycles, now, periodEnd: row.periodEnd })
  if (change.when === 'at-end' || row.state === 'active') return change
  return { when: 'at-end', charge: { ...change.charge, amount: 0 }, credits: 0, at: row.periodEnd.toISOString() }
}

/** Keeps what the next renewal shall be. The provider is told now or, where it cannot be reached, by the sweep. */
async function wish(deps: PlansDeps, { row }: CurrentPlan, plan: Plan): Promise<void> {
  const back = plan.id === row.planId
  const next = { nextPlanId: back ? null : plan.id, nextOffersVersion: back ? null : deps.offers.version }
  await deps.db.write.subscription.update({
    where: { id: row.id },
    // What was read before the wish is not written over it.
    data: { ...next, readings: { increment: 1 }, lookAt: deps.clock.now() },
  })
  try {
    await fromProvider(syncSubscription(deps, row.reference))
  } catch (error) {
    const away = error instanceof ToileError && error.cause instanceof ProviderError && error.cause.passing
    if (!away) throw error
    deps.log.warn({ err: error.cause, subscription: row.id }, 'the provider will be told later of the plan that is wished for')
  }
}

/** Keeps the yes to a difference before it is charged. */
function agree(
  { db, ids, clock, offers, provider }: PlansDeps,
  { key, plan, change }: { key: { accountId: string; intentId: string }; plan: Plan; change: PlanChangePreview },
): Promise<Checkout> {
  const terms = { kind: 'upgrade', offerId: plan.id, offersVersion: offers.version, credits: change.credits, ...change.charge }
  return db.write.checkout.upsert({
    where: { accountId_intentId: key },
    create: { id: ids.next(), ...key, ...terms, provider: provider.name, state: 'open', createdAt: clock.now() },
    // Not nothing: then Prisma would look first and insert later, and of two at once one would fail on PostgreSQL.
    update: key,
  })
}

/** Charges the difference, once, and grants what was paid for. `url` is where to pay it by hand, where it takes that. */
async function upgrade(deps: PlansDeps, current: CurrentPlan, asked: Checkout): Promise<PlanChange> {
  const { db, clock, provider } = deps
  const { row } = current
  // Whatever becomes of the question, the sweep asks again.
  await db.write.subscription.update({ where: { id: row.id }, data: { lookAt: clock.now() } })
  const { reference, url } = await fromProvider(chargeUpgrade(deps, current, asked))
  await fromProvider(syncSubscription(deps, row.reference))
  const paid = await db.write.payment.findUnique({ where: { provider_reference: { provider: provider.name, reference } } })
  if (paid?.state === 'failed' && url === null) throw new ToileError('PAYMENTS_AWAY')
  const { credits, amount, currency, createdAt } = asked
  const charge = { amount, currency }
  return { when: 'now', charge, credits, at: createdAt.toISOString(), url: paid?.state === 'paid' ? null : url }
}
