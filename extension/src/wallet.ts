import type { Balance } from 'shared'

/** Credits that pay-as-you-go still lets one spend; 0 where it is off. */
function meteredLeft({ metered }: Balance): number {
  return metered === null ? 0 : Math.max(0, metered.cap - metered.used)
}

/** Credits that can be spent at all: one's own, reserve and all, and what pay-as-you-go adds. */
export function spendable(balance: Balance): number {
  return balance.credits + meteredLeft(balance)
}

/** Credits that can be spent without anyone being asked. */
export function withoutReserve(balance: Balance): number {
  return Math.max(0, balance.credits - balance.reserve) + meteredLeft(balance)
}

/** Of what something costs, the credits that pay-as-you-go pays: it comes after one's own, but before the reserve. */
export function meteredPart(balance: Balance, cost: number): number {
  return Math.min(meteredLeft(balance), Math.max(0, cost - Math.max(0, balance.credits - balance.reserve)))
}

/** Nothing is left to spend. No credits of one's own while pay-as-you-go is on is not zero. */
export function isZero(balance: Balance): boolean {
  return spendable(balance) === 0
}
