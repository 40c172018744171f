import type { Balance, PayingLot, PriceList, WalletSettings } from 'shared'
import { isLow } from '../low'
import type { Progress } from '../running'
import { local, memory } from '../storage'
import { dayOf, daysUntil } from '../ui/dates'
import { isZero } from '../wallet'

/** All that badge, menus and pill say follows from these. */
export interface Standing {
  /** Null before the first contact with the server. */
  balance: Balance | null
  prices: PriceList | null
  /** Null where the server has not told them: then the balance is low where it is for a new wallet. */
  settings: WalletSettings | null
  running: Progress[]
  reachable: boolean
  /** Credits that end within days, until the designer looks at Toile today; null where there are none. */
  ending: Ending | null
}

/** The credits that are used first, where they end soon. Whole days: 0 is today. */
export interface Ending {
  lot: PayingLot
  days: number
}

const soonDays = 3

/** What ends soon and was not looked at today. Credits that are paid for afterwards end, and nothing is lost. */
export function endingOf(balance: Balance | null, lookedOn: string, now: Date): Ending | null {
  const lot = balance?.next ?? null
  if (lot === null || lot.kind === 'metered' || lookedOn === dayOf(now)) return null
  const days = daysUntil(lot.expiresAt, now)
  return days >= 0 && days <= soonDays ? { lot, days } : null
}

/** The designer has Toile before them: what was to be seen today is seen. */
export async function noteLook(now = new Date()): Promise<void> {
  await local.lookedOn.set(dayOf(now))
}

/** Where things stand, from storage: the worker may have died since. */
export async function readStanding(now = new Date()): Promise<Standing> {
  const [balance, prices, settings, running, reachable, lookedOn] = await Promise.all([
    local.balance.get(),
    local.prices.get(),
    local.walletSettings.get(),
    local.running.get(),
    memory.reachable.get(),
    local.lookedOn.get(),
  ])
  const underWay = running.filter(({ ended }) => !ended)
  return { balance, prices, settings, running: underWay, reachable, ending: endingOf(balance, lookedOn, now) }
}

/** Calls `changed` whenever any of it changes. */
export function watchStanding(changed: () => void, signal: AbortSignal): void {
  const values = [local.balance, local.prices, local.walletSettings, local.running, memory.reachable, local.lookedOn]
  for (const value of values) value.watch(changed, signal)
}

/** The one word for where things stand, most pressing first. The pill knows these. */
export type PlainLook = 'unknown' | 'offline' | 'working' | 'zero' | 'low' | 'rest'
/** The badge has one more: after `zero`, before `low`. */
export type Look = PlainLook | 'expiring'

/** Which of the named states holds: the first that matches, in the order of their priority. */
export function plainLookOf({ balance, settings, running, reachable }: Standing): PlainLook {
  if (!reachable) return 'offline'
  if (running.length > 0) return 'working'
  if (balance === null) return 'unknown'
  if (isZero(balance)) return 'zero'
  return isLow(balance, settings) ? 'low' : 'rest'
}

export function lookOf(standing: Standing): Look {
  const look = plainLookOf(standing)
  return standing.ending !== null && (look === 'low' || look === 'rest') ? 'expiring' : look
}

/** Images delivered and asked for, over all generations under way. */
export function progressOf(running: Progress[]): { delivered: number; count: number } {
  return {
    delivered: running.reduce((sum, one) => sum + one.delivered, 0),
    count: running.reduce((sum, one) => sum + one.count, 0),
  }
}
