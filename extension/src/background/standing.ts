import type { Balance, PriceList, WalletSettings } from 'shared'
import { isLow } from '../low'
import { local, memory, type Running } from '../storage'
import { isZero } from '../wallet'

/** All that badge, menus and pill say follows from these. */
export interface Standing {
  /** Null before the first contact with the server. */
  balance: Balance | null
  prices: PriceList | null
  /** Null where the server has not told them: then the balance is low where it is for a new wallet. */
  settings: WalletSettings | null
  running: Running[]
  reachable: boolean
}

/** Where things stand, from storage: the worker may have died since. */
export async function readStanding(): Promise<Standing> {
  const [balance, prices, settings, running, reachable] = await Promise.all([
    local.balance.get(),
    local.prices.get(),
    local.walletSettings.get(),
    local.running.get(),
    memory.reachable.get(),
  ])
  return { balance, prices, settings, running, reachable }
}

/** Calls `changed` whenever any of it changes. */
export function watchStanding(changed: () => void, signal: AbortSignal): void {
  const values = [local.balance, local.prices, local.walletSettings, local.running, memory.reachable]
  for (const value of values) value.watch(changed, signal)
}

/** The one word for where things stand, most pressing first. */
export type Look = 'unknown' | 'offline' | 'working' | 'zero' | 'low' | 'rest'

/** Which of the named states holds: the first that matches, in the order of their priority. */
export function lookOf({ balance, settings, running, reachable }: Standing): Look {
  if (!reachable) return 'offline'
  if (running.length > 0) return 'working'
  if (balance === null) return 'unknown'
  if (isZero(balance)) return 'zero'
  return isLow(balance, settings) ? 'low' : 'rest'
}

/** Images delivered and asked for, over all generations under way. */
export function progressOf(running: Running[]): { delivered: number; count: number } {
  return {
    delivered: running.reduce((sum, one) => sum + one.delivered, 0),
    count: running.reduce((sum, one) => sum + one.count, 0),
  }
}
