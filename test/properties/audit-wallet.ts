import assert from 'node:assert/strict'
import type { ClawBackCommand, Command, HoldCommand } from 'server/wallet/commands'
import type { EntryState, LotState, WalletState } from 'server/wallet/state'

/** What holds have of each lot is what the lot says; what came back left it. */
export function checkHolds(state: WalletState, lots: Map<string, LotState>): void {
  const held = new Map<string, number>()
  const spent = new Map<string, number>()
  for (const hold of state.holds) {
    const total = { amount: 0, captured: 0, released: 0, refunded: 0 }
    for (const leg of hold.legs) {
      const open = leg.amount - leg.captured - leg.released
      assert(open >= 0 && leg.captured >= 0 && leg.released >= 0, `a leg of ${hold.id} gives more than it has`)
      assert(leg.refunded >= 0 && leg.refunded <= leg.captured, `a leg of ${hold.id} gives back more than it took`)
      for (const column of ['amount', 'captured', 'released', 'refunded'] as const) total[column] += leg[column]
      held.set(leg.lotId, (held.get(leg.lotId) ?? 0) + open)
      spent.set(leg.lotId, (spent.get(leg.lotId) ?? 0) + leg.captured - leg.refunded)
    }
    const { amount, captured, released, refunded, finishedAt } = hold
    const same = total.amount === amount && total.captured === captured && total.released === released
    assert(same && total.refunded === refunded, `${hold.id} is not the sum of its legs`)
    assert.equal(finishedAt !== null, captured + released === amount, `${hold.id} is finished at ${finishedAt}`)
  }
  for (const lot of lots.values()) {
    assert.equal(lot.held, held.get(lot.id) ?? 0, `${lot.id} holds what no hold has`)
    assert.equal(lot.spent, spent.get(lot.id) ?? 0, `${lot.id} spent what no hold did`)
  }
}

/** What leaves a lot by `moved` is granted, in the same command, to lots that name the same origin. */
export function checkMoves(entries: EntryState[], lots: Map<string, LotState>): void {
  const open = new Map<string, number>()
  for (const { lotId, from, to, amount } of entries) {
    const lot = lots.get(lotId)
    assert(lot !== undefined)
    if (to === 'moved') open.set(lot.originId ?? lot.id, (open.get(lot.originId ?? lot.id) ?? 0) + amount)
    if (from === 'issued' && lot.originId !== null) open.set(lot.originId, (open.get(lot.originId) ?? 0) - amount)
    if (from === 'issued') assert.equal(lot.originId === null, lot.source === 'grant', `${lot.id} has a wrong origin`)
  }
  for (const [origin, credits] of open) assert.equal(credits, 0, `credits of ${origin} got lost on the way`)
}

/** What is held, spent or comes back says for which hold; what the wallet does by itself belongs to none. */
export function checkNames(entries: EntryState[], state: WalletState, command: Command): void {
  const held = 'holdId' in command ? state.holds.find(({ id }) => id === command.holdId) : undefined
  for (const { from, to, holdId, projectId, purpose, reference } of entries) {
    const ofHold = from === 'held' || from === 'spent' || to === 'held'
    if (ofHold)
      assert.deepEqual([holdId, projectId, purpose, reference], [held?.id, held?.projectId, held?.purpose, held?.reference])
    if (to === 'repaid' || held === undefined) assert.deepEqual([holdId, projectId], [null, null])
  }
}

export function checkDebt(state: WalletState, now: number): void {
  const debt = sum(state.lots, (lot) => lot.owed - lot.repaid)
  assert.equal(state.debt, debt, 'the debt is not what the lots say')
  assert(debt >= 0, 'more is repaid than was owed')
  const idle = state.lots.find((lot) => (lot.kind === 'plan' || lot.kind === 'pack') && isUsable(lot, now))
  if (debt > 0) assert.equal(idle, undefined, `${idle?.id} is idle while there is a debt`)
}

export function checkBudgets(state: WalletState): void {
  for (const { projectId, used } of state.budgets) {
    const holds = state.holds.filter((held) => held.projectId === projectId)
    assert.equal(
      used,
      holds.reduce((total, held) => total + held.amount - held.released - held.refunded, 0),
      'a budget is wrong',
    )
  }
}

export function checkSpending(before: WalletState, state: WalletState, command: HoldCommand, now: number): void {
  const held = state.holds.find(({ id }) => id === command.holdId)
  assert(held !== undefined && held.amount === command.credits, 'the hold is not of what was asked')
  if (command.credits === 0) return
  assert.equal(state.debt, 0, 'credits are spent in debt')
  const prepaid =
    sum(state.lots, (lot) => (lot.kind === 'metered' ? 0 : lot.held)) -
    sum(before.lots, (lot) => (lot.kind === 'metered' ? 0 : lot.held))
  if (prepaid > 0 && !command.useReserve) assert(balance(state, now) >= state.reserve, 'the reserve is crossed without a yes')
  // Whoever says yes is told how much that costs the reserve: only what nothing else covers.
  const metered = sum(state.lots, (lot) => (lot.kind === 'metered' && isUsable(lot, now) ? lot.available : 0))
  if (prepaid > 0 && metered > 0) assert(balance(state, now) >= state.reserve, 'the reserve is crossed before metered is used up')
}

export function checkClawBack(state: WalletState, { lotId, undone, paid }: ClawBackCommand): void {
  const family = state.lots.filter((lot) => lot.id === lotId || lot.originId === lotId)
  const granted = state.lots.find(({ id }) => id === lotId)?.granted ?? 0
  const target = Math.min(granted, Math.ceil((granted * undone) / paid))
  const taken = sum(family, (lot) => lot.clawedBack + lot.owed + lot.claimed)
  assert(taken <= target, `${taken} are taken back where ${target} were not paid`)
  assert(taken + sum(family, (lot) => lot.expired) >= target, `only ${taken} are taken back where ${target} were not paid`)
}

export function balance(state: WalletState, now: number): number {
  return sum(state.lots, (lot) => (lot.kind !== 'metered' && isUsable(lot, now) ? lot.available : 0))
}

function isUsable(lot: LotState, now: number): boolean {
  return lot.effectiveAt <= now && now < lot.expiresAt && lot.available > 0
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0
  for (const item of items) total += of(item)
  return total
}
