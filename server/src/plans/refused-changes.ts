import type { Db } from '../platform/db.ts'

/** A change of plan that the payment service refused for good: its designer is told, and may choose a plan again. */
export interface RefusedChange {
  accountId: string
  provider: string
  /** The provider's own. */
  subscription: string
  /** The plan that it was to become. */
  planId: string
  since: Date
  /** In the provider's words. */
  because: string | null
}

/** As many as one looks through. */
const maxListed = 200

/** Those of plans that go on, oldest first. */
export async function listRefusedChanges(db: Db): Promise<RefusedChange[]> {
  const rows = await db.read.subscription.findMany({
    where: { refusedPlanId: { not: null }, state: { not: 'ended' } },
    orderBy: [{ refusedAt: 'asc' }, { id: 'asc' }],
    take: maxListed,
  })
  return rows.flatMap(({ accountId, provider, reference: subscription, refusedPlanId, refusedAt, refusedBecause: because }) =>
    refusedPlanId === null || refusedAt === null
      ? []
      : [{ accountId, provider, subscription, planId: refusedPlanId, since: refusedAt, because }],
  )
}
