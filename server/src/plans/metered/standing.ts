import type { MeteredStanding, Money } from 'shared'
import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { PlansDeps } from '../deps.ts'
import { agreedCheckout, begunCheckout } from '../starting.ts'

type Asked = Pick<PlansDeps, 'db' | 'clock' | 'wallet' | 'provider'>
/** What another provider once billed, which is not used any more, can be neither paid nor turned off here. */
type Books = Pick<PlansDeps, 'db' | 'provider'>

/** Pay-as-you-go that has not ended, the older one of two; one that ends with its period goes on until then. */
export function runningMetered({ db, provider }: Books, accountId: string): Promise<Subscription | null> {
  return db.write.subscription.findFirst({
    where: { accountId, provider: provider.name, kind: 'metered', state: { notIn: ['incomplete', 'ended'] } },
    orderBy: [{ anchor: 'asc' }, { reference: 'asc' }],
  })
}

/** What charges that failed have left to pay, also of pay-as-you-go that has ended since; null where there is nothing. */
export async function meteredOwed({ db, provider }: Books, accountId: string): Promise<Money | null> {
  const owed = { accountId, provider: provider.name, kind: 'metered', state: 'failed' }
  const failed = await db.write.payment.findMany({ where: owed })
  const [first] = failed
  if (first === undefined) return null
  return { amount: failed.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency }
}

/** Whether the bank holds, or gave back for good, what a bill charged: nothing more is used on credit then. */
export async function meteredDispute({ db, provider }: Books, accountId: string): Promise<'none' | 'open' | 'lost'> {
  const disputed = { accountId, provider: provider.name, kind: 'metered', disputed: { gt: 0 } }
  const rows = await db.write.payment.findMany({ where: disputed, select: { lost: true } })
  if (rows.length === 0) return 'none'
  return rows.some(({ lost }) => lost > 0) ? 'lost' : 'open'
}

/** As the designer sees it. */
export async function meteredStandingOf(deps: Asked, accountId: string): Promise<MeteredStanding> {
  const row = await runningMetered(deps, accountId)
  const owed = await meteredOwed(deps, accountId)
  const { metered } = await deps.wallet.balance(accountId)
  const used = metered?.used ?? 0
  const cap = row?.cap ?? 0
  const until = row?.periodEnd.toISOString() ?? null
  const dispute = await meteredDispute(deps, accountId)
  const disputed = dispute !== 'none'
  const said = { used, until, owed, disputed, lost: dispute === 'lost', agreed: false }
  if (disputed || owed !== null || (row !== null && row.state !== 'active')) return { ...said, state: 'stopped', cap }
  if (row !== null && cap > 0) return { ...said, state: 'on', cap }
  // What was used before it was turned off is still billed, at the cycle's end.
  if (row !== null && used > 0) return { ...said, state: 'off', cap: 0 }
  const agreed = await agreedCheckout(deps, accountId, 'metered')
  const starting = agreed ?? (await begunCheckout(deps, accountId, 'metered'))
  if (starting === null) return { ...said, state: 'off', cap: 0, until: null }
  return { ...said, state: 'starting', cap: starting.cap ?? 0, until: null, agreed: agreed !== null }
}
