import assert from 'node:assert/strict'
import type { LotKind, LotSource } from 'shared'
import type { BudgetState, Column, EntryState, HoldState, LotState, WalletState } from './state.ts'

/** What an entry is for: the hold it belongs to, or the business fact behind it. */
export type Why = Pick<EntryState, 'holdId' | 'projectId' | 'purpose' | 'reference'>

/** For entries that belong to no hold. */
export function because(purpose: string | null, reference: string | null): Why {
  return { holdId: null, projectId: null, purpose, reference }
}

/** What must be said of a new lot; its books begin with all of it available. */
export interface NewLot {
  id: string
  kind: LotKind
  source: LotSource
  originId: string | null
  reference: string | null
  label: string | null
  priority: number
  credits: number
  /** Metered lots only: what is set for their cycle. */
  cap?: number | null
  rollover: LotState['rollover']
  effectiveAt: number
  expiresAt: number
}

const nothingYet = { held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0, owed: 0, claimed: 0, billed: 0 }

/** Most credits of one lot: what both databases keep in one integer. */
const maxCredits = 2 ** 31 - 1

/**
 * A wallet while one command is decided. A movement changes the lot's columns and writes its entry in the same stroke, so
 * that the two cannot disagree. What is not touched keeps its identity: that is how the writer knows what to write.
 */
export class Books {
  /** ms */
  readonly now: number
  private readonly before: WalletState
  private change: Partial<WalletState> = {}
  private readonly lotsById: Map<string, LotState>
  private readonly holdsById: Map<string, HoldState>
  private readonly budgetsById: Map<string, BudgetState>
  private readonly entries: EntryState[] = []

  constructor(before: WalletState, now: number) {
    this.before = before
    this.now = now
    this.lotsById = new Map(before.lots.map((lot) => [lot.id, lot]))
    this.holdsById = new Map(before.holds.map((held) => [held.id, held]))
    this.budgetsById = new Map(before.budgets.map((budget) => [budget.projectId, budget]))
  }

  /** The wallet's own fields as they stand now. */
  get wallet(): WalletState {
    return { ...this.before, ...this.change }
  }

  get lots(): LotState[] {
    return [...this.lotsById.values()]
  }

  /** A lot that must have been loaded: a leg's, or one just seen. */
  lot(id: string): LotState {
    const lot = this.lotsById.get(id)
    assert(lot !== undefined, `lot ${id} was not loaded`)
    return lot
  }

  findLot(id: string): LotState | undefined {
    return this.lotsById.get(id)
  }

  findHold(id: string): HoldState | undefined {
    return this.holdsById.get(id)
  }

  findBudget(projectId: string): BudgetState | undefined {
    return this.budgetsById.get(projectId)
  }

  /** Moves credits of a lot from one of its books to another. Moving none is no movement. */
  move(lotId: string, from: Column, to: Column, amount: number, why: Why): void {
    assert(Number.isInteger(amount) && amount >= 0 && from !== to)
    if (amount === 0) return
    const lot = this.lot(lotId)
    assert(lot[from] >= amount, `lot ${lotId} has less than ${amount} ${from}`)
    this.put({ ...lot, [from]: lot[from] - amount, [to]: lot[to] + amount })
    this.write({ lotId, from, to, amount, ...why })
  }

  /** Brings credits in from outside, as a new lot. */
  issue({ credits, cap = null, ...lot }: NewLot, why: Why): LotState {
    assert(Number.isInteger(credits) && credits > 0 && credits <= maxCredits, 'a lot is of whole credits, at least one')
    assert(lot.effectiveAt < lot.expiresAt, 'a lot ends after it begins')
    const { rollover } = lot
    assert(rollover === null || (rollover.max > 0 && rollover.until > lot.expiresAt), 'credits roll over to a later end')
    assert(!this.lotsById.has(lot.id), `lot ${lot.id} is there already`)
    const books = { granted: credits, available: credits, ...nothingYet }
    this.put({ ...lot, ...books, cap, takenAt: null, closedAt: null, createdAt: this.now })
    this.write({ lotId: lot.id, from: 'issued', to: 'available', amount: credits, ...why })
    return this.lot(lot.id)
  }

  /** Marks a share of a lot's credits. Marks move nothing, so they write no entry. */
  mark(lotId: string, marks: Partial<Pick<LotState, 'owed' | 'claimed' | 'billed' | 'cap'>>): void {
    this.put({ ...this.lot(lotId), ...marks })
  }

  setWallet(change: Partial<Omit<WalletState, 'lots' | 'holds' | 'budgets' | 'entryCount'>>): void {
    this.change = { ...this.change, ...change }
  }

  setHold(held: HoldState): void {
    this.holdsById.set(held.id, held)
  }

  setBudget(budget: BudgetState): void {
    this.budgetsById.set(budget.projectId, budget)
  }

  /** The sequence of the entry to be written next: part of a new lot's id, since it is used once an account. */
  get nextSequence(): number {
    return this.before.entryCount + this.entries.length + 1
  }

  /** The wallet after all that was done, and the entries that lie between. */
  close(): { state: WalletState; entries: EntryState[] } {
    const state = {
      ...this.wallet,
      lastCommandAt: this.now,
      entryCount: this.before.entryCount + this.entries.length,
      lots: this.lots,
      holds: [...this.holdsById.values()],
      budgets: [...this.budgetsById.values()],
    }
    return { state, entries: this.entries }
  }

  private put(lot: LotState): void {
    const taken = lot.clawedBack + lot.repaid > 0
    const unbilled = lot.kind === 'metered' && lot.spent > lot.billed
    const open = lot.available > 0 || lot.held > 0 || lot.repaid > 0 || unbilled
    const takenAt = taken ? (lot.takenAt ?? this.now) : null
    this.lotsById.set(lot.id, { ...lot, takenAt, closedAt: open ? null : (lot.closedAt ?? this.now) })
  }

  private write(entry: Omit<EntryState, 'sequence'>): void {
    this.entries.push({ ...entry, sequence: this.nextSequence })
  }
}
