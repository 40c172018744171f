import assert from 'node:assert/strict'
import { ToileError } from 'server/platform/errors'
import type { Decision } from 'server/wallet/decide'
import type { HoldState, LotState, WalletState } from 'server/wallet/state'
import type { ModelHold } from './model-holds.ts'
import type { Foretold, ModelLot } from './model-lots.ts'
import type { ModelWallet } from './wallet-model.ts'

/** Whether a command was accepted, or which refusal came with which numbers. */
export function compareAnswers(decision: Decision | ToileError, foretold: Foretold): void {
  const code = decision instanceof ToileError ? decision.code : null
  assert.equal(code, foretold.code, `the answer is ${code ?? 'yes'}, the model says ${foretold.code ?? 'yes'}`)
  if (decision instanceof ToileError) {
    const { field: _, ...details } = decision.details
    if (foretold.code !== null) assert.deepEqual(details, foretold.details ?? {}, 'the numbers of the refusal differ')
  } else if (foretold.code === null) {
    assert.equal(decision.result.billed, foretold.billed, 'another number of credits is billed')
  }
}

/** Every number of a wallet; what the command did not touch was compared before, so only the model's side is gone through. */
export function compareWallets(before: WalletState | null, state: WalletState, model: ModelWallet): void {
  assert.equal(state.lots.length, model.lots.all.length, 'the model has another number of lots')
  state.lots.forEach((lot, i) => {
    const foretold = model.lots.all[i]
    if (foretold === undefined || !isSame(lot, foretold)) {
      assert.deepEqual(numbersOf(lot), foretold && modelNumbers(foretold), `the model has other numbers of ${lot.id}`)
    }
  })
  assert.equal(state.debt, model.lots.debt(), 'the model has another debt')
  assert.equal(state.reserve, model.holds.reserve)
  assert.equal(state.afterLastGrant, model.afterLastGrant, 'the model had another balance after the last grant')
  assert.equal(state.holds.length, model.holds.all.size)
  const old = new Set(before?.holds)
  for (const held of state.holds) if (!old.has(held)) compareHold(held, model.holds.all.get(held.id))
  for (const { projectId, used, limit, whenUsedUp } of state.budgets) {
    assert.equal(used, model.holds.usedOf(projectId), `the model has used another number of credits for ${projectId}`)
    assert.deepEqual({ limit, whenUsedUp }, model.holds.budgets.get(projectId))
  }
}

function compareHold(held: HoldState, foretold: ModelHold | undefined): void {
  const legs = new Map<string, { amount: number; captured: number; released: number; refunded: number }>()
  for (const { lot, fate } of foretold?.pieces ?? []) {
    const leg = legs.get(lot.id) ?? { amount: 0, captured: 0, released: 0, refunded: 0 }
    legs.set(lot.id, leg)
    leg.amount++
    if (fate === 'captured' || fate === 'refunded') leg.captured++
    if (fate === 'released') leg.released++
    if (fate === 'refunded') leg.refunded++
  }
  const expected = [...legs].map(([lotId, numbers]) => ({ lotId, ...numbers }))
  assert.deepEqual(held.legs, expected, `the model has other legs of ${held.id}`)
  assert.equal(held.projectId, foretold?.projectId)
}

function isSame(lot: LotState, model: ModelLot): boolean {
  const books = tally(model)
  return (
    lot.id === model.id &&
    lot.available === books.available &&
    lot.held === books.held &&
    lot.spent === books.spent &&
    lot.expired === books.expired &&
    lot.clawedBack === books.clawedBack &&
    lot.moved === books.moved &&
    lot.repaid === books.repaid &&
    lot.owed === model.owed &&
    lot.claimed === model.claimed &&
    lot.billed === model.billed &&
    lot.takenAt === model.takenAt &&
    lot.expiresAt === model.expiresAt &&
    lot.effectiveAt === model.effectiveAt &&
    lot.kind === model.kind &&
    lot.source === model.source &&
    lot.priority === model.priority &&
    lot.reference === model.reference &&
    lot.label === model.label &&
    lot.rollover === model.rollover &&
    lot.createdAt === model.createdAt &&
    (lot.originId ?? lot.id) === model.root
  )
}

function tally(lot: ModelLot) {
  const books = { available: 0, held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0 }
  for (const credit of lot.credits) books[credit.at]++
  return books
}

function modelNumbers(lot: ModelLot) {
  const { credits: _, ...rest } = lot
  return { ...rest, ...tally(lot) }
}

function numbersOf({ originId, granted: _, closedAt: __, ...lot }: LotState) {
  return { ...lot, root: originId ?? lot.id }
}
