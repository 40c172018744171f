import type { Forecast, ForecastRequest } from 'shared'
import { type Day, dayOf, daysFrom } from '../../platform/days.ts'
import { burnOrder, meteredLeft, spendable } from '../rules/burn-order.ts'
import { runningCap } from '../rules/running-cap.ts'
import type { LotState } from '../state.ts'
import type { Standing } from './standing.ts'
import type { Use } from './usage.ts'

/** Days whose use makes the pace, today among them. */
export const paceDays = 14
/** With use on fewer days there is no pace to speak of. */
const fewestDaysOfUse = 5
const dayMs = 86_400_000

/** What moved on one day; a day may have several, and days without use have none. */
type DailyUse = Use & { day: Day }

/** How far an account's credits go. Pure: `use` is that of the last `paceDays` days. */
export function forecastOf({ now, wallet }: Standing, use: readonly DailyUse[], { creditsEach }: ForecastRequest): Forecast {
  const { timeZone, reserve, debt } = wallet
  const credits = Math.max(0, spendable(wallet.lots, now) - reserve)
  const metered = meteredLeft(wallet.lots, now)
  const imagesOf = (paying: number) => (debt > 0 ? 0 : Math.floor(paying / creditsEach))

  const perDay = paceOf(use, 1 + daysFrom(dayOf(wallet.createdAt, timeZone), dayOf(now, timeZone)))
  const course = perDay === null ? null : burnDown(wallet.lots, { perDay, reserve, now })
  return {
    creditsEach,
    credits,
    reserve,
    images: imagesOf(credits),
    metered: runningCap(wallet.lots, now) && { credits: metered, images: imagesOf(credits + metered) - imagesOf(credits) },
    daysOfUse: daysOfUse(use),
    perDay: perDay === null ? null : Math.round(perDay * 10) / 10,
    runsOutOn: course === null || credits === 0 ? null : dayOf(course.endsAt, timeZone),
    lapsing: course === null ? null : course.lapsing,
    asOf: new Date(now).toISOString(),
  }
}

/** Credits a day, over the days of the window that the wallet has been there; null where there is no pace. */
function paceOf(use: readonly DailyUse[], daysOfWallet: number): number | null {
  if (daysOfUse(use) < fewestDaysOfUse) return null
  const total = use.reduce((sum, { used, refunded }) => sum + used - refunded, 0)
  return total > 0 ? total / Math.min(paceDays, daysOfWallet) : null
}

function daysOfUse(use: readonly DailyUse[]): number {
  return new Set(use.filter(({ used }) => used > 0).map(({ day }) => day)).size
}

/**
 * Spends prepaid lots at an even pace, in burn order, until no more than the reserve is left that could be spent. Lots that end
 * on the way take what is left of them along; lots that begin on the way join.
 * @returns when (ms), and how many credits had lapsed by then
 */
export function burnDown(
  lots: readonly LotState[],
  { perDay, reserve, now }: { perDay: number; reserve: number; now: number },
): { endsAt: number; lapsing: number } {
  let left = lots.filter((lot) => lot.kind !== 'metered' && lot.available > 0 && now < lot.expiresAt)
  let at = now
  let lapsing = 0
  // Each turn ends a lot, begins one or is the last. Shares of credits are floats here, so nothing is compared with 0 itself.
  for (;;) {
    const [first] = burnOrder(left, at)
    const free = spendable(left, at) - reserve
    if (first === undefined || free < 1e-6) break
    const part = Math.min(first.available, free)
    const burnt = at + (part / perDay) * dayMs
    const turn = Math.min(burnt, ...turnsAfter(left, at))
    const used = turn === burnt ? part : ((turn - at) / dayMs) * perDay
    left = left.map((lot) => (lot === first ? { ...lot, available: lot.available - used } : lot))
    const ended = left.filter((lot) => lot.expiresAt <= turn)
    lapsing += ended.reduce((sum, lot) => sum + lot.available, 0)
    left = left.filter((lot) => lot.expiresAt > turn && lot.available > 0)
    at = turn
  }
  return { endsAt: Math.floor(at), lapsing: Math.round(lapsing) }
}

/** When lots begin or end after a moment. */
function turnsAfter(lots: readonly LotState[], at: number): number[] {
  return lots.flatMap((lot) => [lot.effectiveAt, lot.expiresAt]).filter((turn) => turn > at)
}
