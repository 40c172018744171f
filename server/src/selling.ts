import type { PaymentNews } from 'shared'
import { isDeleted } from './accounts/is-deleted.ts'
import { type Checkouts, createCheckouts } from './payments/checkouts/checkouts.ts'
import { createApplyEvent } from './payments/inbox/apply-event.ts'
import { createInbox, type Inbox } from './payments/inbox/inbox.ts'
import { keepOffers } from './payments/offers/kept-offers.ts'
import type { OfferList } from './payments/offers/offer-list.ts'
import { createOffers, type Offers } from './payments/offers/offers.ts'
import { createPortal, type Portal } from './payments/portal.ts'
import type { PaymentProvider, ProviderWiring } from './payments/provider.ts'
import { createPaymentRecords, type PaymentRecords } from './payments/records/records.ts'
import { createPlans, type Plans } from './plans/plans.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Ids } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import type { Wallet } from './wallet/wallet.ts'

interface SellingDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  wallet: Wallet
  baseUrl: () => string
  offers: OfferList | null
  payments: (wiring: ProviderWiring) => PaymentProvider
  onNews: (accountId: string, news: PaymentNews) => void
}

/** What is sold, and who takes the money. */
export interface Selling {
  offers: Offers
  payments: PaymentProvider
  /** What the provider told, and what becomes of it. */
  inbox: Inbox
  checkouts: Checkouts
  plans: Plans
  records: PaymentRecords
  portal: Portal
}

export async function createSelling(deps: SellingDeps): Promise<Selling> {
  const { db, clock, ids, log, wallet, baseUrl, onNews } = deps
  const offers = createOffers(deps.offers, await keepOffers(deps, deps.offers))
  const inbox = createInbox({ db, clock, ids, log, provider: () => provider, apply: (event) => applyEvent(event) })
  const provider = deps.payments({ db, clock, ids, log, baseUrl, deliver: inbox.deliver })
  const syncSubscription = (reference: string, checkoutId?: string) => plans.sync(reference, checkoutId)
  const buying = { db, clock, ids, log, wallet, offers, provider, baseUrl, syncSubscription, onNews }
  const checkouts = createCheckouts(buying)
  const plans = createPlans({ ...buying, checkouts, isDeleted: (accountId) => isDeleted(db, accountId) })
  const applyEvent = createApplyEvent({ ...buying, checkouts })
  const records = createPaymentRecords({ db, clock, wallet, provider })
  const portal = createPortal({ db, log, provider, baseUrl })
  return { offers, payments: provider, inbox, checkouts, plans, records, portal }
}
