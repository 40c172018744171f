import assert from 'node:assert/strict'
import { isUsable } from './rules/burn-order.ts'
import type { HoldState, LotState, WalletState } from './state.ts'

/** The invariants that README.md lists, on everything that was loaded. They stay on in production. */
export function assertSound(state: WalletState, now: number): void {
  assert(state.lastCommandAt <= now)
  assert(state.debt >= 0 && state.reserve >= 0, 'a debt or a reserve is below zero')
  for (const lot of state.lots) assertLotSound(lot)
  for (const held of state.holds) assertHoldSound(held)
  for (const budget of state.budgets) assert(budget.used >= 0, `budget ${budget.projectId} is below zero`)
  if (state.debt > 0) {
    const idle = state.lots.find((lot) => (lot.kind === 'plan' || lot.kind === 'pack') && isUsable(lot, now))
    assert(idle === undefined, `lot ${idle?.id} could pay what is owed`)
  }
}

function assertLotSound(lot: LotState): void {
  const books = [lot.available, lot.held, lot.spent, lot.expired, lot.clawedBack, lot.moved, lot.repaid]
  let sum = 0
  for (const credits of books) {
    assert(Number.isInteger(credits) && credits >= 0, `lot ${lot.id} is below zero`)
    sum += credits
  }
  assert(sum === lot.granted, `lot ${lot.id} does not add up`)
  assert(lot.owed >= 0 && lot.owed <= lot.spent + lot.repaid, `lot ${lot.id} owes more than was used`)
  assert(lot.claimed >= 0 && lot.claimed <= lot.held, `lot ${lot.id} has more claimed than held`)
  assert(lot.billed >= 0 && lot.billed <= lot.spent, `lot ${lot.id} has more billed than spent`)
}

function assertHoldSound(held: HoldState): void {
  const total = { amount: 0, captured: 0, released: 0, refunded: 0 }
  for (const leg of held.legs) {
    const fits = leg.captured >= 0 && leg.released >= 0 && leg.captured + leg.released <= leg.amount
    assert(fits && leg.refunded >= 0 && leg.refunded <= leg.captured, `a leg of hold ${held.id} is overspent`)
    total.amount += leg.amount
    total.captured += leg.captured
    total.released += leg.released
    total.refunded += leg.refunded
  }
  for (const column of ['amount', 'captured', 'released', 'refunded'] as const) {
    assert(total[column] === held[column], `hold ${held.id}: its legs' ${column} are not its own`)
  }
  const settled = held.captured + held.released === held.amount
  assert((held.finishedAt !== null) === settled, `hold ${held.id} is finished exactly when all of it is settled`)
}
