import { sweepExpiryNotices } from './alerts/expiry-notices.ts'
import { sweepRenewalNotices } from './alerts/renewal-notices.ts'
import { sweepOrphanedHolds } from './generations/orphans.ts'
import type { ImageStorage } from './images/storage.ts'
import { shelfEveryMs, sweepDeletedImages, sweepSpareFiles, sweepUnknownFiles } from './images/sweep-images.ts'
import { forgetSettledEvents } from './payments/inbox/list.ts'
import type { Offers } from './payments/offers/offers.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Log } from './platform/log.ts'
import { createSweeper, type Sweeper } from './platform/sweeper.ts'
import { sweepEndedLots } from './wallet/sweep.ts'
import type { Wallet } from './wallet/wallet.ts'

const minuteMs = 60_000

/** All that time alone changes, and how often it is looked at. */
export function createSweeps(deps: {
  db: Db
  clock: Clock
  log: Log
  wallet: Wallet
  storage: ImageStorage
  offers: Offers
  onAlertsChanged: (accountId: string) => void
  /** Erases what is left of deleted accounts; answers of how many. */
  eraseDeleted: () => Promise<number>
  /** Reads checkouts back of which nothing was heard for long; answers how many. */
  checkoutsAgain: () => Promise<number>
  /** Looks at plans and pay-as-you-go that time alone has changed; answers how many. */
  plansAgain: () => Promise<number>
  /** Tells the payment service of use that it has yet to bill; answers how many reports. */
  reportUse: () => Promise<number>
}): Sweeper {
  const { db, clock, log } = deps
  const noticeExpiries = async () => {
    const accountIds = await sweepExpiryNotices(deps)
    accountIds.forEach(deps.onAlertsChanged)
    return accountIds.length
  }
  const noticeRenewals = async () => {
    const accountIds = await sweepRenewalNotices(deps)
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
      { name: 'plans and pay-as-you-go', everyMs: minuteMs, run: deps.plansAgain },
      { name: 'use that is yet to be billed', everyMs: minuteMs, run: deps.reportUse },
      { name: 'holds that nothing will come of', everyMs: 10 * minuteMs, run: () => sweepOrphanedHolds(deps) },
      { name: 'notices of lots that end soon', everyMs: 10 * minuteMs, run: noticeExpiries },
      { name: 'notices of payments to come', everyMs: 10 * minuteMs, run: noticeRenewals },
      { name: 'accounts deleted for good', everyMs: 10 * minuteMs, run: deps.eraseDeleted },
      { name: 'events applied long ago', everyMs: 60 * minuteMs, run: () => forgetSettledEvents(deps) },
      { name: 'checkouts of which nothing was heard', everyMs: 10 * minuteMs, run: deps.checkoutsAgain },
      { name: 'images deleted for good', everyMs: 10 * minuteMs, run: () => sweepDeletedImages(deps) },
      { name: 'files that no image needs', everyMs: 10 * minuteMs, run: () => sweepSpareFiles(deps) },
      { name: 'files that nobody knows', everyMs: shelfEveryMs, run: () => sweepUnknownFiles(deps) },
    ],
  })
}
