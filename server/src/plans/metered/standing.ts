import type { MeteredStanding, Money } from 'shared'
import type { Subscription } from '../../../generated/sqlite/client.ts'
import { payable } from '../../payments/checkouts/checkouts.ts'
import type { PlansDeps } from '../deps.ts'

type Asked = Pick<PlansDeps, 'db' | 'clock' | 'wallet' | 'provider'>
/** What another provider once billed, which is not used any more, can be neither paid nor turned off here. */
type Books = Pick<PlansDeps, 'db' | 'provider'>

/** For how long a checkout that was begun says that pay-as-you-go is starting, in ms. */
const startingMs = 3_600_000

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

/** Whether the bank holds, or took back, what a bill charged: nothing more is used on credit then. */
export async function isMeteredDisputed({ db, provider }: Books, accountId: string): Promise<boolean> {
  return (
    (await db.write.payment.count({ where: { accountId, provider: provider.name, kind: 'metered', disputed: { gt: 0 } } })) > 0
  )
}

/** As the designer sees it. */
export async function meteredStandingOf(deps: Asked, accountId: string): Promise<MeteredStanding> {
  const row = await runningMetered(deps, accountId)
  const owed = await meteredOwed(deps, accountId)
  const { metered } = await deps.wallet.balance(accountId)
  const used = metered?.used ?? 0
  const cap = row?.cap ?? 0
  const until = row?.periodEnd.toISOString() ?? null
  const disputed = await isMeteredDisputed(deps, accountId)
  if (disputed || owed !== null || (row !== null && row.state !== 'active'))
    return { state: 'stopped', cap, used, until, owed, disputed }
  if (row !== null && cap > 0) return { state: 'on', cap, used, until, owed, disputed }
  // What was used before it was turned off is still billed, at the cycle's end.
  if (row !== null && used > 0) return { state: 'off', cap: 0, used, until, owed, disputed }
  const asked = await startingCap(deps, accountId)
  return { state: asked === null ? 'off' : 'starting', cap: asked ?? 0, used, until: null, owed, disputed }
}

/** The cap of a checkout where how to pay has yet to be agreed; null where there is none. */
async function startingCap({ db, clock }: Asked, accountId: string): Promise<number | null> {
  const since = new Date(clock.now().getTime() - startingMs)
  const begun = await db.write.checkout.findFirst({
    where: { accountId, kind: 'metered', state: { in: [...payable, 'pending'] }, createdAt: { gt: since } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return begun?.cap ?? null
}
