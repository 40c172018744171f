import type { Subscription } from '../../../generated/sqlite/client.ts'
import { ProviderError, type SubscriptionFacts } from '../../payments/provider.ts'
import type { PlanRef } from '../cycles/periods.ts'
import type { PlansDeps } from '../deps.ts'

/** Tries of a change that the provider refuses: over some two hours, with growing pauses. */
const maxTries = 8

/** Whoever chooses a plan again begins anew. */
export const nothingRefused = { refusedPlanId: null, refusedOffersVersion: null, refusedAt: null, refusedBecause: null }

interface Wish {
  row: Subscription
  facts: SubscriptionFacts
  current: PlanRef | null
  /** Of the next renewal. */
  wanted: PlanRef | null
}

/** `again`: it could not be told yet. `refused`: it never will be, and this is what the row says of it. */
interface Told {
  again: boolean
  refused: Partial<Subscription>
}

export const nothingToTell: Told = { again: false, refused: {} }

/**
 * Tells the provider of the next renewal what it does not know yet. One that cannot be reached is asked as long as it takes; one
 * that refuses, some times: then the plan is to become what the provider will charge, and the designer is told what was refused.
 */
export async function tellNextPlan({ provider, offers, clock, log }: PlansDeps, wish: Wish): Promise<Told> {
  const { row, facts, current, wanted } = wish
  if (wanted === null || facts.state === 'ended' || facts.plan === null) return nothingToTell
  if (facts.plan.id === wanted.id && facts.plan.version === wanted.version) return nothingToTell
  const about = { subscription: row.id, plan: wanted.id }
  try {
    await provider.changePlan(facts.reference, offers.sold(offers.plan(wanted.id, wanted.version), wanted.version))
    return nothingToTell
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.passing || row.attempts + 1 < maxTries) {
      log.warn({ err: error, ...about }, 'the provider will be told later of the next plan')
      return { again: true, refused: {} }
    }
    log.error({ err: error, ...about }, 'the provider refused the next plan for good; its designer is told')
    const next = facts.plan.id === current?.id ? null : facts.plan
    const stays = { nextPlanId: next?.id ?? null, nextOffersVersion: next?.version ?? null }
    const refused = { refusedPlanId: wanted.id, refusedOffersVersion: wanted.version, refusedAt: clock.now() }
    return { again: false, refused: { ...stays, ...refused, refusedBecause: error.message } }
  }
}
