import { type EraseDeps, sweepDeletedAccounts } from './accounts/erase-account.ts'
import { sweepExpiryNotices } from './alerts/expiry-notices.ts'
import { sweepRenewalNotices } from './alerts/renewal-notices.ts'
import { sweepOrphanedHolds } from './generations/orphans.ts'
import type { ImageStorage } from './images/storage.ts'
import { shelfEveryMs, sweepDeletedImages, sweepSpareFiles, sweepUnknownFiles } from './images/sweep-images.ts'
import type { Checkouts } from './payments/checkouts/checkouts.ts'
import { forgetCustomers } from './payments/forget-customers.ts'
import { forgetSettledEvents } from './payments/inbox/list.ts'
import type { Offers } from './payments/offers/offers.ts'
import type { PaymentProvider } from './payments/provider.ts'
import type { Plans } from './plans/plans.ts'
import type { Log } from './platform/log.ts'
import { createSweeper, type Sweeper } from './platform/sweeper.ts'
import { sweepEndedLots } from './wallet/sweep.ts'

const minuteMs = 60_000

interface SweepsDeps extends EraseDeps {
  log: Log
  storage: ImageStorage
  offers: Offers
  checkouts: Pick<Checkouts, 'closeAll' | 'lookAgain'>
  plans: Pick<Plans, 'endAll' | 'sweep' | 'report'>
  payments: PaymentProvider
  onAlertsChanged: (accountId: string) => void
}

/** All that time alone changes, and how often it is looked at. */
export function createSweeps(deps: SweepsDeps): Sweeper {
  const { db, clock, log, checkouts, plans, payments } = deps
  const forget = () => forgetCustomers({ db, clock, log, provider: payments })
  const noticeExpiries = async () => {
    const accountIds = await sweepExpiryNotices(deps)
    accountIds.forEach(deps.onAlertsChanged)
    return accountIds.length
  }
  const noticeRenewals = async () => {
    const accountIds = await sweepRenewalNotices({ ...deps, provider: payments.name })
    accountIds.forEach(deps.onAlertsChanged)
    return accountIds.length
  }
  const newestKnown = async () => (await db.read.wallet.aggregate({ _max: { lastCommandAt: true } }))._max.lastCommandAt
  return createSweeper({
    clock,
    log,
    newestKnown,
    sweeps: [
      { name: 'lots that ended', everyMs: minuteMs, run: () => sweepEndedLots(deps) },
      { name: 'plans and pay-as-you-go', everyMs: minuteMs, run: () => plans.sweep() },
      { name: 'use that is yet to be billed', everyMs: minuteMs, run: () => plans.report() },
      { name: 'holds that nothing will come of', everyMs: 10 * minuteMs, run: () => sweepOrphanedHolds(deps) },
      { name: 'notices of lots that end soon', everyMs: 10 * minuteMs, run: noticeExpiries },
      { name: 'notices of payments to come', everyMs: 10 * minuteMs, run: noticeRenewals },
      { name: 'accounts deleted for good', everyMs: 10 * minuteMs, run: () => sweepDeletedAccounts(deps) },
      { name: 'deleted accounts at the payment service', everyMs: 10 * minuteMs, run: forget },
      { name: 'events applied long ago', everyMs: 60 * minuteMs, run: () => forgetSettledEvents(deps) },
      { name: 'checkouts of which nothing was heard', everyMs: 10 * minuteMs, run: () => checkouts.lookAgain() },
      { name: 'images deleted for good', everyMs: 10 * minuteMs, run: () => sweepDeletedImages(deps) },
      { name: 'files that no image needs', everyMs: 10 * minuteMs, run: () => sweepSpareFiles(deps) },
      { name: 'files that nobody knows', everyMs: shelfEveryMs, run: () => sweepUnknownFiles(deps) },
    ],
  })
}
