import type { Subscription } from '../../../generated/sqlite/client.ts'
import { pauseAfter } from '../../payments/pause.ts'
import { ProviderError } from '../../payments/provider.ts'
import type { PlansDeps } from '../deps.ts'
import { sweepFormer } from './former-provider.ts'
import { syncSubscription } from './sync-subscription.ts'

/** Most subscriptions in one run, and beside each other; what is left is for the next. */
const batchSize = 200
const beside = 4

/**
 * Looks at every subscription that time alone has changed: a cycle began, a period or a grace ended, or a look was cut short.
 * One whose provider cannot be reached waits a growing pause, and keeps no other waiting; its credits come then.
 * Replicas may do it at once. Answers how many were looked at.
 */
export async function sweepPlans(deps: PlansDeps): Promise<number> {
  const { db, clock, provider } = deps
  await sweepFormer(deps)
  const due = await db.write.subscription.findMany({
    where: { lookAt: { lte: clock.now() }, provider: provider.name },
    orderBy: [{ lookAt: 'asc' }, { id: 'asc' }],
    take: batchSize,
  })
  const left = due[Symbol.iterator]()
  let looked = 0
  const work = async () => {
    for (const row of left) if (await look(deps, row)) looked++
  }
  await Promise.all(Array.from({ length: beside }, work))
  return looked
}

async function look(deps: PlansDeps, row: Subscription): Promise<boolean> {
  const { db, clock, log } = deps
  const { id, reference, state, attempts } = row
  try {
    await syncSubscription(deps, reference)
    return true
  } catch (error) {
    const pauseMs = pauseAfter(attempts)
    const why =
      error instanceof ProviderError ? 'the payment service could not be asked' : 'a subscription could not be looked at'
    log.warn({ err: error, subscription: id, state, attempts: attempts + 1, pauseMs }, `${why}; what it is due waits until then`)
    const lookAt = new Date(clock.now().getTime() + pauseMs)
    await db.write.subscription.update({ where: { id }, data: { attempts: { increment: 1 }, lookAt } })
    return false
  }
}
