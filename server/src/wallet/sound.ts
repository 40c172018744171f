import assert from 'node:assert/strict'
import type { HoldState, WalletState } from './state.ts'

/** The invariants that README.md lists, on everything that was loaded. They stay on in production. */
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
  for (const held of state.holds) assertHoldSound(held)
}

function assertHoldSound(held: HoldState): void {
  for (const column of ['amount', 'captured', 'released'] as const) {
    const legs = held.legs.reduce((total, leg) => total + leg[column], 0)
    assert.equal(legs, held[column], `hold ${held.id}: its legs' ${column} are not its own`)
  }
  for (const leg of held.legs) {
    assert(
      leg.captured >= 0 && leg.released >= 0 && leg.captured + leg.released <= leg.amount,
      `a leg of hold ${held.id} is overspent`,
    )
  }
  const settled = held.captured + held.released === held.amount
  assert.equal(held.finishedAt !== null, settled, `hold ${held.id} is finished exactly when all of it is settled`)
}
