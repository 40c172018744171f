import type { Because, HoldCommand, SetBudgetCommand } from 'server/wallet/commands'
import type { Column } from 'server/wallet/state'
import { count, done, type Foretold, type ModelLot, type ModelLots } from './model-lots.ts'
import { catchUp } from './model-money.ts'

const day = 86_400_000

/** One credit of a hold. `refunded` was captured before. */
interface Piece {
  readonly lot: ModelLot
  fate: 'held' | 'captured' | 'released' | 'refunded'
}

export interface ModelHold {
  readonly projectId: string | null
  /** In burn order. */
  readonly pieces: Piece[]
}

/** Holds, told credit by credit, and the budgets that they count against. */
export class ModelHolds {
  readonly all = new Map<string, ModelHold>()
  readonly budgets = new Map<string, Pick<SetBudgetCommand, 'limit' | 'whenUsedUp'>>()
  reserve = 0
  private readonly lots: ModelLots

  constructor(lots: ModelLots) {
    this.lots = lots
  }

  hold(command: HoldCommand): Foretold {
    const { lots } = this
    catchUp(lots)
    if (command.credits === 0) {
      this.all.set(command.holdId, { projectId: command.projectId, pieces: [] })
      return done
    }
    const debt = lots.debt()
    if (debt > 0) return { code: 'IN_DEBT', details: { debt } }
    const shortfall = command.credits - lots.balance() - lots.meteredLeft()
    if (shortfall > 0) return { code: 'INSUFFICIENT_CREDITS', details: { shortfall } }

    const pieces: Piece[] = []
    const take = (which: (lot: ModelLot) => boolean) => {
      const lot = lots.next(which)
      if (lot === undefined) return false
      lots.shift(lot, 'available', 'held')
      pieces.push({ lot, fate: 'held' })
      return true
    }
    const prepaid = (lot: ModelLot) => lot.kind !== 'metered'
    // Down to the reserve, then metered; only what is still missing crosses the reserve, and only with a yes.
    while (pieces.length < command.credits && lots.balance() > this.reserve) take(prepaid)
    while (pieces.length < command.credits && take((lot) => !prepaid(lot)));
    const fromReserve = command.credits - pieces.length
    if (fromReserve > 0 && !command.useReserve) {
      return { code: 'RESERVE_REACHED', details: { fromReserve, reserve: this.reserve } }
    }
    while (pieces.length < command.credits) take(prepaid)

    const refusal = this.overBudget(command)
    if (refusal !== null) return refusal
    const inBurnOrder = [...pieces.filter(({ lot }) => prepaid(lot)), ...pieces.filter(({ lot }) => !prepaid(lot))]
    this.all.set(command.holdId, { projectId: command.projectId, pieces: inBurnOrder })
    return done
  }

  private overBudget({ projectId, credits, overBudget }: HoldCommand): Foretold | null {
    if (projectId === null) return null
    const budget = this.budgets.get(projectId)
    if (budget === undefined) return { code: 'NOT_FOUND' }
    if (budget.limit === null || budget.whenUsedUp === 'tell') return null
    const budgetLeft = Math.max(0, budget.limit - this.usedOf(projectId))
    if (credits <= budgetLeft || (budget.whenUsedUp === 'ask' && overBudget)) return null
    return { code: 'BUDGET_REACHED', details: { budget: budget.limit, budgetLeft } }
  }

  /** What a project's holds have of it: whatever did not come back. */
  usedOf(projectId: string): number {
    let used = 0
    for (const held of this.all.values()) {
      if (held.projectId !== projectId) continue
      used += held.pieces.filter(({ fate }) => fate === 'held' || fate === 'captured').length
    }
    return used
  }

  capture(holdId: string, credits: number): Foretold {
    const held = this.all.get(holdId)
    if (held === undefined) return { code: 'NOT_FOUND' }
    const pieces = held.pieces.filter(({ fate }) => fate === 'held').slice(0, credits)
    if (pieces.length < credits) return { code: 'HOLD_FINISHED' }
    for (const piece of pieces) {
      piece.fate = 'captured'
      this.lots.shift(piece.lot, 'held', 'spent')
      if (piece.lot.claimed > 0) {
        piece.lot.claimed--
        piece.lot.owed++
      }
    }
    return done
  }

  timeOut(holdId: string): Foretold {
    const open = this.all.get(holdId)?.pieces.filter(({ fate }) => fate === 'held').length
    return open === 0 ? { code: 'HOLD_FINISHED' } : this.giveBack(holdId, open ?? 0, 'held', 'failed')
  }

  /** Releases what is held or refunds what was captured, newest leg first. What one lot gives to a new one goes together. */
  giveBack(holdId: string, credits: number, was: 'held' | 'captured', because: Because): Foretold {
    const held = this.all.get(holdId)
    if (held === undefined) return { code: 'NOT_FOUND' }
    const pieces = held.pieces.filter(({ fate }) => fate === was).reverse()
    if (pieces.length < credits) return { code: 'HOLD_FINISHED' }
    const moving = new Map<ModelLot, number>()
    for (const piece of pieces.slice(0, credits)) {
      piece.fate = was === 'held' ? 'released' : 'refunded'
      const from = was === 'held' ? 'held' : 'spent'
      const to = this.whereTo(piece.lot, from, because)
      this.lots.shift(piece.lot, from, to)
      if (to === 'moved') moving.set(piece.lot, (moving.get(piece.lot) ?? 0) + 1)
    }
    for (const [lot, moved] of moving) {
      const asGrace = { source: 'grace', expiresAt: this.lots.now + 7 * day } as const
      const asPromo = { source: 'refund', kind: 'promo', expiresAt: this.lots.now + 365 * day } as const
      this.lots.succeed(lot, moved, lot.kind === 'metered' ? asPromo : asGrace)
    }
    return done
  }

  /** Where one credit goes that comes back. */
  private whereTo(lot: ModelLot, from: 'held' | 'spent', because: Because): Column {
    const undone = from === 'held' ? 'claimed' : 'owed'
    const onStatement = from === 'spent' && lot.kind === 'metered' && count(lot, 'spent') === lot.billed
    if (onStatement) lot.billed--
    if (lot[undone] > 0) {
      lot[undone]--
      return 'clawedBack'
    }
    if (onStatement) return 'moved'
    if (this.lots.now < lot.expiresAt) return this.lots.overCap(lot) ? 'expired' : 'available'
    return because === 'cancelled' || lot.kind === 'metered' || lot.source === 'grace' ? 'expired' : 'moved'
  }
}
