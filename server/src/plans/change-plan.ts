import type { Plan, PlanChange, PlanChangePreview, PlanChangeRequest } from 'shared'
import type { Checkout } from '../../generated/sqlite/client.ts'
import { payable } from '../payments/checkouts/checkouts.ts'
import { fromProvider } from '../payments/from-provider.ts'
import { ProviderError } from '../payments/provider.ts'
import { ToileError } from '../platform/errors.ts'
import { cycleAt } from './cycles/cycles.ts'
import type { PlansDeps } from './deps.ts'
import { type CurrentPlan, currentPlan } from './standing.ts'
import { syncSubscription } from './sync/sync-subscription.ts'
import { nothingRefused } from './sync/tell-next-plan.ts'
import { chargeUpgrade } from './upgrades/charge-upgrade.ts'
import { dropUnsettled, unsettledUpgrades } from './upgrades/unsettled-upgrades.ts'
import { changeOf } from './upgrades/upgrade-price.ts'

/** What going over to another plan would do; nothing is done. `NOT_FOUND` without a plan to change. */
export async function previewChange(deps: PlansDeps, accountId: string, planId: string): Promise<PlanChangePreview> {
  return (await changeAsked(deps, accountId, planId)).change
}

/** Tries to agree to a change while others change or read the same plan. */
const maxTries = 5

/**
 * Goes over to another plan: to a larger one at once, for the difference; to another from the next payment on, for nothing.
 * Going back to the running one takes that back. The same intent is charged once, and so is the same change, whoever asks for
 * it; what was agreed to before and not paid is off.
 */
export async function changePlan(deps: PlansDeps, accountId: string, request: PlanChangeRequest): Promise<PlanChange> {
  const { db } = deps
  const key = { accountId, intentId: request.intentId }
  for (let tries = 0; tries < maxTries; tries++) {
    const asked = await db.write.checkout.findUnique({ where: { accountId_intentId: key } })
    const other = asked !== null && (asked.kind !== 'upgrade' || asked.offerId !== request.planId)
    if (other) throw new ToileError('IDEMPOTENCY_MISMATCH')
    if (asked !== null) return upgradeAgain(deps, await requirePlan(deps, accountId), asked)

    const { current, plan, change, unsettled } = await changeAsked(deps, accountId, request.planId)
    if (change.charge.amount > request.maxCharge) throw new ToileError('PRICE_CHANGED')
    const same = unsettled.find(({ offerId, amount }) => offerId === plan.id && amount === change.charge.amount)
    if (same !== undefined) return upgrade(deps, current, same)
    if (unsettled.some(({ state }) => state !== 'pending')) {
      await fromProvider(deps, dropUnsettled(deps, current))
      // One of them may have been paid after all.
      await fromProvider(deps, syncSubscription(deps, current.row.reference))
      continue
    }
    if (change.when === 'at-end') {
      await wish(deps, current, plan)
      return { ...change, url: null }
    }
    const agreed = await agree(deps, current, { key, plan, change })
    if (agreed !== null) return upgrade(deps, current, agreed)
  }
  throw new ToileError('BUSY', { retryAfterMs: 1000 })
}

async function requirePlan(deps: PlansDeps, accountId: string): Promise<CurrentPlan> {
  const current = await currentPlan(deps, accountId)
  if (current === null) throw new ToileError('NOT_FOUND')
  return current
}

interface ChangeAsked {
  current: CurrentPlan
  plan: Plan
  change: PlanChangePreview
  /** Differences that were agreed to before. */
  unsettled: Checkout[]
}

/** Another interval is another plan altogether: it can be agreed to when this one has ended. */
async function changeAsked(deps: PlansDeps, accountId: string, planId: string): Promise<ChangeAsked> {
  const current = await requirePlan(deps, accountId)
  const plan = planId === current.plan.id ? current.plan : deps.offers.plan(planId)
  const same = plan.interval === current.plan.interval && plan.price.currency === current.plan.price.currency
  if (!same) throw new ToileError('BAD_REQUEST', { field: 'planId' })
  const unsettled = await unsettledUpgrades(deps, current.row)
  const onItsWay = unsettled.some(({ state }) => state === 'pending')
  return { current, plan, change: changeTo(current, plan, { now: deps.clock.now(), onItsWay }), unsettled }
}

/** While a renewal is owed, or money for a difference is on its way, nothing more is charged: it counts from the next renewal. */
function changeTo(
  { row, plan, cycles }: CurrentPlan,
  to: Plan,
  { now, onItsWay }: { now: Date; onItsWay: boolean },
): PlanChangePreview {
  const change = changeOf(plan, to, { cycles, now, periodEnd: row.periodEnd })
  if (change.when === 'at-end' || (row.state === 'active' && !onItsWay)) return change
  return { when: 'at-end', charge: { ...change.charge, amount: 0 }, credits: 0, at: row.periodEnd.toISOString() }
}

/** Keeps what the next renewal shall be. The provider is told now or, where it cannot be reached, by the sweep. */
async function wish(deps: PlansDeps, { row }: CurrentPlan, plan: Plan): Promise<void> {
  const back = plan.id === row.planId
  const next = { nextPlanId: back ? null : plan.id, nextOffersVersion: back ? null : deps.offers.version }
  await deps.db.write.subscription.update({
    where: { id: row.id },
    // What was read before the wish is not written over it.
    data: { ...next, ...nothingRefused, readings: { increment: 1 }, attempts: 0, lookAt: deps.clock.now() },
  })
  const orLater = (error: unknown) => {
    if (!(error instanceof ProviderError && error.passing)) throw error
    deps.log.warn({ err: error, subscription: row.id }, 'the provider will be told later of the plan that is wished for')
  }
  await fromProvider(deps, syncSubscription(deps, row.reference).catch(orLater))
}

/** Keeps the yes to a difference before it is charged; null where the plan was changed or read meanwhile. */
function agree(
  { db, ids, clock, offers, provider }: PlansDeps,
  { row: { id, readings } }: CurrentPlan,
  { key, plan, change }: { key: { accountId: string; intentId: string }; plan: Plan; change: PlanChangePreview },
): Promise<Checkout | null> {
  const terms = { kind: 'upgrade', offerId: plan.id, offersVersion: offers.version, credits: change.credits, ...change.charge }
  return db.write.$transaction(async (tx) => {
    const next = { ...nothingRefused, readings: { increment: 1 }, attempts: 0, lookAt: clock.now() }
    if ((await tx.subscription.updateMany({ where: { id, readings }, data: next })).count === 0) return null
    return tx.checkout.create({
      data: { id: ids.next(), ...key, ...terms, provider: provider.name, state: 'open', createdAt: clock.now() },
    })
  })
}

/** The same question again. `PRICE_CHANGED` where it was taken back since, or its cycle is over: it would bring what has ended. */
function upgradeAgain(deps: PlansDeps, current: CurrentPlan, asked: Checkout): Promise<PlanChange> {
  const begun = cycleAt(current.cycles, deps.clock.now())?.start ?? current.row.periodStart
  const over = asked.state === 'cancelled' || (payable.includes(asked.state) && asked.createdAt < begun)
  if (over) throw new ToileError('PRICE_CHANGED')
  return upgrade(deps, current, asked)
}

/** Charges the difference, once, and grants what was paid for. `url` is where to pay it by hand, where it takes that. */
async function upgrade(deps: PlansDeps, current: CurrentPlan, asked: Checkout): Promise<PlanChange> {
  const { db, clock, provider } = deps
  const { row } = current
  // Whatever becomes of the question, the sweep asks again.
  await db.write.subscription.update({ where: { id: row.id }, data: { lookAt: clock.now() } })
  const { reference, url } = await fromProvider(deps, chargeUpgrade(deps, current, asked))
  await fromProvider(deps, syncSubscription(deps, row.reference))
  const paid = await db.write.payment.findUnique({ where: { provider_reference: { provider: provider.name, reference } } })
  if (paid?.state === 'failed' && url === null) throw new ToileError('PAYMENTS_AWAY')
  const { credits, amount, currency, createdAt } = asked
  const charge = { amount, currency }
  return { when: 'now', charge, credits, at: createdAt.toISOString(), url: paid?.state === 'paid' ? null : url }
}
