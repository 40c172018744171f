import type { Plan } from 'shared'
import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { SubscriptionFacts } from '../../payments/provider.ts'
import type { Tx } from '../../platform/db.ts'
import { graceEnd } from '../cycles/periods.ts'

/** A plan brings its entitlement as long as it is good: to the period's end, and through the days in which a renewal may be late. */
export async function writeEntitlement(
  tx: Tx,
  { id, accountId }: Subscription,
  { facts, terms, now }: { facts: SubscriptionFacts; terms: Plan | null; now: Date },
): Promise<void> {
  const source = `plan:${id}`
  const until = terms === null ? null : goodUntil(facts, terms)
  await tx.entitlement.deleteMany({ where: { accountId, source, name: { not: terms?.entitlement ?? '' } } })
  if (terms === null || terms.entitlement === null || until === null) return
  const key = { accountId, name: terms.entitlement, source }
  await tx.entitlement.upsert({
    where: { accountId_name_source: key },
    create: { ...key, since: now, until },
    update: { until },
  })
}

function goodUntil({ state, period, endsWithPeriod, endedAt }: SubscriptionFacts, terms: Plan): Date | null {
  switch (state) {
    case 'incomplete':
      return null
    case 'ended':
      return endedAt ?? period.end
    case 'unpaid':
      return period.start
    case 'past_due':
      return graceEnd(period, terms)
    default:
      return endsWithPeriod ? period.end : graceEnd({ start: period.end }, terms)
  }
}
