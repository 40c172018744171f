import type { Balance, PriceList } from 'shared'
import { isLow } from '../low'
import { local, memory, type Running } from '../storage'

/** All that badge, menus and pill say follows from these. */
export interface Standing {
  /** Null before the first contact with the server. */
  balance: Balance | null
  prices: PriceList | null
  running: Running[]
  reachable: boolean
}

/** Where things stand, from storage: the worker may have died since. */
export async function readStanding(): Promise<Standing> {
  const [balance, prices, running, reachable] = await Promise.all([
    local.balance.get(),
    local.prices.get(),
    memory.running.get(),
    memory.reachable.get(),
  ])
  return { balance, prices, running, reachable }
}

/** Calls `changed` whenever any of it changes. */
export function watchStanding(changed: () => void, signal: AbortSignal): void {
  for (const value of [local.balance, local.prices, memory.running, memory.reachable]) value.watch(changed, signal)
}

/** The one word for where things stand, most pressing first. */
export type Look = 'unknown' | 'offline' | 'working' | 'zero' | 'low' | 'rest'

/** Which of the named states holds: the first that matches, in the order of their priority. */
export function lookOf({ balance, running, reachable }: Standing): Look {
  if (!reachable) return 'offline'
  if (running.length > 0) return 'working'
  if (balance === null) return 'unknown'
  if (balance.credits === 0) return 'zero'
  return isLow(balance) ? 'low' : 'rest'
}

/** Images delivered and asked for, over all generations under way. */
export function progressOf(running: Running[]): { delivered: number; count: number } {
  return {
    delivered: running.reduce((sum, one) => sum + one.delivered, 0),
    count: running.reduce((sum, one) => sum + one.count, 0),
  }
}
