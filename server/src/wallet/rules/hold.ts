import assert from 'node:assert/strict'
import type { PayingLot } from 'shared'
import { ToileError } from '../../platform/errors.ts'
import type { Books, Why } from '../books.ts'
import type { CommandResult, HoldCommand, Spending } from '../commands.ts'
import type { HoldState, WalletState } from '../state.ts'
import { budgetRefusal } from './budget.ts'
import { meteredLeft, type Share, shares, spendable } from './burn-order.ts'
import { catchUp } from './catch-up.ts'

/**
 * Which lots would pay, in burn order, or why nothing may be held. What costs nothing passes everything. Quotes and holds
 * both come from here.
 */
export function planHold(wallet: WalletState, asked: Spending, now: number): Share[] | ToileError {
  const { credits } = asked
  assert(Number.isInteger(credits) && credits >= 0, 'a hold is of whole credits')
  if (credits === 0) return []
  if (wallet.debt > 0) return new ToileError('IN_DEBT', { debt: wallet.debt })

  const prepaid = spendable(wallet.lots, now)
  const shortfall = credits - prepaid - meteredLeft(wallet.lots, now)
  if (shortfall > 0) return new ToileError('INSUFFICIENT_CREDITS', { shortfall })
  const { reserve } = wallet
  const { missing } = shares(wallet.lots, credits, now, reserve)
  if (missing > 0 && !asked.useReserve) return new ToileError('RESERVE_REACHED', { fromReserve: missing, reserve })
  // The yes is to what the refusal would name: the reserve gives no more than that.
  const kept = Math.min(reserve, prepaid) - missing
  return budgetRefusal(wallet.budgets, asked) ?? shares(wallet.lots, credits, now, kept).shares
}

/** Sets credits aside, in burn order. Never below zero: what is missing is said, and nothing is held. */
export function hold(books: Books, command: HoldCommand): CommandResult | ToileError {
  catchUp(books)
  const paying = planHold({ ...books.wallet, lots: books.lots }, command, books.now)
  if (paying instanceof ToileError) return paying

  const { credits, holdId, memberId, projectId, purpose, reference, priceVersion } = command
  const held: HoldState = {
    id: holdId,
    memberId,
    projectId,
    purpose,
    reference,
    priceVersion,
    amount: credits,
    captured: 0,
    released: 0,
    refunded: 0,
    createdAt: books.now,
    finishedAt: credits === 0 ? books.now : null,
    legs: paying.map((share) => ({ lotId: share.lot.id, amount: share.credits, captured: 0, released: 0, refunded: 0 })),
  }
  for (const { lot, credits: part } of paying) books.move(lot.id, 'available', 'held', part, about(held))
  books.setHold(held)
  const budget = projectId === null ? undefined : books.findBudget(projectId)
  if (budget !== undefined && credits > 0) books.setBudget({ ...budget, used: budget.used + credits })
  return { holdId, reference }
}

/** How a hold's entries say what they are for. */
export function about(held: HoldState): Why {
  return { holdId: held.id, projectId: held.projectId, purpose: held.purpose, reference: held.reference }
}

/** A share as the designer sees it. */
export function payingLot({ lot, credits }: Share): PayingLot {
  return { kind: lot.kind, label: lot.label, credits, expiresAt: new Date(lot.expiresAt).toISOString() }
}
