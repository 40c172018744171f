import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { PlansDeps } from '../deps.ts'
import { sweepFormer } from './former-provider.ts'
import { putOff } from './put-off.ts'
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
  try {
    await syncSubscription(deps, row.reference)
    return true
  } catch (error) {
    await putOff(deps, row, error)
    return false
  }
}
