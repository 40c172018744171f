import type { PaymentNews } from 'shared'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Offers } from './offers/offers.ts'
import type { PaymentProvider } from './provider.ts'

/** What all that is bought needs, packs, plans and pay-as-you-go. */
export interface BuyingDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  wallet: Wallet
  offers: Offers
  provider: PaymentProvider
  onNews: (accountId: string, news: PaymentNews) => void
}
