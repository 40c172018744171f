import type { PlanList } from 'shared'
import type { Subscription } from '../../generated/sqlite/client.ts'
import type { Member } from '../member.ts'
import { fromProvider } from '../payments/from-provider.ts'
import { ProviderError } from '../payments/provider.ts'
import { ToileError } from '../platform/errors.ts'
import { changePlan, previewChange } from './change-plan.ts'
import type { PlansDeps } from './deps.ts'
import { createMetered } from './metered/metered.ts'
import { meteredStandingOf } from './metered/standing.ts'
import { sendUseReports } from './metered/use-reports.ts'
import type { MeteredForSale, PlansForSale } from './plans.router.ts'
import { currentPlan, formerPlan, nextCredits, standingOfPlan } from './standing.ts'
import { agreedCheckout } from './starting.ts'
import { sweepPlans } from './sync/sweep.ts'
import { syncSubscription } from './sync/sync-subscription.ts'
import { dropUnsettled } from './upgrades/unsettled-upgrades.ts'

/** Credits that come again, and credits that are billed once they are used. */
export interface Plans extends PlansForSale {
  metered: MeteredForSale
  /** Brings a subscription to what its provider says now. Throws `ProviderError`. */
  sync(reference: string, checkoutId?: string): Promise<boolean>
  /** When a plan brings credits next; null where none does. */
  renewal(accountId: string): Promise<Date | null>
  /** Ends all subscriptions of an account that was deleted, at once or, where use has yet to be billed, with their period; what cannot be ended yet is ended by the sweep. */
  endAll(accountId: string): Promise<void>
  /** Looks at what time alone has changed. Answers how many. */
  sweep(): Promise<number>
  /** Tells the provider of use that it has yet to bill. Answers how many reports. */
  report(): Promise<number>
}

export function createPlans(deps: PlansDeps): Plans {
  const { db, clock } = deps
  return {
    metered: createMetered(deps),
    list: (accountId) => list(deps, accountId),
    subscribe: (member, request) => subscribe(deps, member, request),
    preview: (accountId, planId) => previewChange(deps, accountId, planId),
    change: (accountId, request) => changePlan(deps, accountId, request),
    cancel: (accountId) => endWithPeriod(deps, accountId, true),
    resume: (accountId) => endWithPeriod(deps, accountId, false),
    sync: (reference, checkoutId) => syncSubscription(deps, reference, checkoutId),
    renewal: async (accountId) => {
      const current = await currentPlan(deps, accountId)
      return current === null ? null : nextCredits(current, clock.now())
    },
    endAll: async (accountId) => {
      const rows = await db.write.subscription.findMany({ where: { accountId, state: { not: 'ended' } } })
      await db.write.subscription.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { lookAt: clock.now() } })
      for (const row of rows) await endNow(deps, row)
    },
    sweep: () => sweepPlans(deps),
    report: () => sendUseReports(deps),
  }
}

async function list(deps: PlansDeps, accountId: string): Promise<PlanList> {
  const { db, clock, offers, provider } = deps
  const current = await currentPlan(deps, accountId)
  const { plans, metered: offer } = offers
  return {
    plans,
    current: current && (await standingOfPlan(db, current, clock.now())),
    starting: current === null && (await agreedCheckout(deps, accountId, 'plan')) !== null,
    former: await formerPlan(deps, accountId),
    metered: offer && { offer, standing: await meteredStandingOf(deps, accountId) },
    testMode: provider.testMode,
  }
}

/** Opens the place where a plan is agreed to. */
async function subscribe(deps: PlansDeps, member: Member, { intentId, planId }: { intentId: string; planId: string }) {
  const { db, offers, checkouts } = deps
  const { accountId } = member
  const plan = offers.plan(planId)
  const begun = await db.write.checkout.count({ where: { accountId, intentId } })
  if (begun === 0 && (await currentPlan(deps, accountId)) !== null) throw new ToileError('ALREADY_SUBSCRIBED')
  return checkouts.start(member, { intentId, thing: { kind: 'plan', plan: offers.sold(plan, offers.version) } })
}

/** Ends a plan with what is paid, or lets it go on after all. One whose renewal was never paid ends at once. */
async function endWithPeriod(deps: PlansDeps, accountId: string, ends: boolean): Promise<PlanList> {
  const { db, clock, provider } = deps
  const current = await currentPlan(deps, accountId)
  if (current === null) throw new ToileError('NOT_FOUND')
  const { reference, endsWithPeriod: already } = current.row
  const { state } = await standingOfPlan(db, current, clock.now())
  if (ends && state === 'unpaid') await fromProvider(deps, provider.endNow(reference))
  else if (already !== ends) await fromProvider(deps, provider.endWithPeriod(reference, ends))
  // A difference that nobody paid is not to be paid for what ends.
  if (ends) await dropUnsettled(deps, current).catch(toldLater(deps, current.row))
  await fromProvider(deps, syncSubscription(deps, reference))
  return list(deps, accountId)
}

/** Where it cannot be done now, the end of the cycle does it. */
function toldLater({ log }: PlansDeps, { id }: Subscription) {
  return (error: unknown) => {
    if (!(error instanceof ToileError || error instanceof ProviderError)) throw error
    log.warn({ err: error, subscription: id }, 'a difference that was not paid could not be taken back yet')
  }
}

/** Reading it finds that its account is deleted, and ends it. */
async function endNow(deps: PlansDeps, { id, reference }: Subscription): Promise<void> {
  await syncSubscription(deps, reference).catch((error: unknown) =>
    deps.log.warn({ err: error, subscription: id }, 'a subscription of a deleted account could not be ended yet'),
  )
}
