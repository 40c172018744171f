import type { Db } from '../../platform/db.ts'
import type { Wallet } from '../../wallet/wallet.ts'
import type { Checkouts } from '../checkouts/checkouts.ts'
import type { Followed, PaymentProvider, ProviderEvent } from '../provider.ts'
import { syncPayment } from '../sync-payment.ts'
import type { Outcome } from './queue.ts'
import { createReadings } from './read-in-turn.ts'

interface ApplyDeps {
  db: Db
  wallet: Wallet
  provider: PaymentProvider
  checkouts: Pick<Checkouts, 'sync'>
  /** Reads a subscription back, with all its payments. False where it is none of ours. */
  syncSubscription: (reference: string) => Promise<boolean>
}

/** Finds what an event is about and brings our books to what the provider says of it now, whatever the event was. */
export function createApplyEvent(deps: ApplyDeps): (event: ProviderEvent) => Promise<Outcome> {
  const { provider } = deps
  const readings = createReadings<Outcome>()
  return async ({ subject }) => {
    const heardAt = readings.now()
    const followed = await provider.follow(subject)
    if (followed === null) return 'ignored'
    return readings.since(heardAt, `${followed.kind} ${followed.reference}`, () => bring(deps, followed))
  }
}

async function bring(deps: ApplyDeps, { kind, reference }: Followed): Promise<Outcome> {
  switch (kind) {
    case 'checkout':
      return (await deps.checkouts.sync(reference)) ? 'applied' : 'ignored'
    case 'subscription':
      return (await deps.syncSubscription(reference)) ? 'applied' : 'ignored'
    case 'payment':
      return bringPayment(deps, reference)
  }
}

/** One that we do not know yet is read when its checkout or its subscription is. */
async function bringPayment(deps: ApplyDeps, reference: string): Promise<Outcome> {
  const { db, provider } = deps
  const row = await db.write.payment.findUnique({ where: { provider_reference: { provider: provider.name, reference } } })
  if (row === null) return 'ignored'
  if (row.subscriptionId !== null) {
    const subscription = await db.write.subscription.findUniqueOrThrow({ where: { id: row.subscriptionId } })
    await deps.syncSubscription(subscription.reference)
    return 'applied'
  }
  const checkout = row.checkoutId === null ? null : await db.write.checkout.findUnique({ where: { id: row.checkoutId } })
  // Money that is there since may have something to bring.
  if (checkout?.reference && checkout.state !== 'paid') await deps.checkouts.sync(checkout.reference)
  else await syncPayment(deps, row)
  return 'applied'
}
