import type { PaymentNews } from 'shared'
import type { Checkouts } from '../payments/checkouts/checkouts.ts'
import type { Offers } from '../payments/offers/offers.ts'
import type { PaymentProvider } from '../payments/provider.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import type { Wallet } from '../wallet/wallet.ts'

export interface PlansDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  wallet: Wallet
  offers: Offers
  provider: PaymentProvider
  checkouts: Pick<Checkouts, 'start' | 'close'>
  onNews: (accountId: string, news: PaymentNews) => void
}
