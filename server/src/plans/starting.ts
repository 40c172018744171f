import { payable } from '../payments/checkouts/checkouts.ts'
import type { PlansDeps } from './deps.ts'

type Asked = Pick<PlansDeps, 'db' | 'clock' | 'provider'>

/** For how long a checkout that was begun says that something is starting, in ms. */
const begunMs = 3_600_000
/** For how long one whose money is on its way does: the slowest ways to pay take two weeks. */
const agreedMs = 31 * 86_400_000

/** The checkout of a plan or of pay-as-you-go that was agreed to, and whose money is on its way; null where there is none. */
export function agreedCheckout({ db, clock, provider }: Asked, accountId: string, kind: 'plan' | 'metered') {
  const since = new Date(clock.now().getTime() - agreedMs)
  return db.write.checkout.findFirst({
    where: { accountId, provider: provider.name, kind, state: 'pending', createdAt: { gt: since } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

/** The newest one that was begun lately and can still be agreed to. */
export function begunCheckout({ db, clock, provider }: Asked, accountId: string, kind: 'plan' | 'metered') {
  const since = new Date(clock.now().getTime() - begunMs)
  return db.write.checkout.findFirst({
    where: { accountId, provider: provider.name, kind, state: { in: payable }, createdAt: { gt: since } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}
