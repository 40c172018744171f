import assert from 'node:assert/strict'
import type { LegState, WalletState } from './state.ts'

/** The invariants of DESIGN §4, on everything that was loaded. They stay on in production. */
export function assertSound(state: WalletState, now: number): void {
  assert(state.lastCommandAt <= now)
  for (const lot of state.lots) {
    const books = [lot.available, lot.held, lot.spent, lot.expired, lot.clawedBack, lot.moved, lot.repaid]
    assert(
      books.every((credits) => Number.isInteger(credits) && credits >= 0),
      `lot ${lot.id} is below zero`,
    )
    assert.equal(
      books.reduce((sum, credits) => sum + credits, 0),
      lot.granted,
      `lot ${lot.id} does not add up`,
    )
  }
  for (const held of state.holds) {
    const sum = (pick: (leg: LegState) => number) => held.legs.reduce((total, leg) => total + pick(leg), 0)
    assert.equal(
      sum((leg) => leg.amount),
      held.amount,
      `hold ${held.id} is not its legs`,
    )
    assert(held.captured + held.released <= held.amount, `hold ${held.id} is overspent`)
  }
}
