import assert from 'node:assert/strict'
import type { Command } from 'server/wallet/commands'
import type { Decision } from 'server/wallet/decide'
import type { Column, EntryState, LotState, WalletState } from 'server/wallet/state'
import {
  balance,
  checkBudgets,
  checkClawBack,
  checkDebt,
  checkHolds,
  checkMoves,
  checkNames,
  checkSpending,
} from './audit-wallet.ts'

const columns = ['available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid'] as const

/** Checks after every command what must be true of a wallet whatever the command was; knows no rule. */
export class Audit {
  /** The books as the entries tell them, from the first. */
  private readonly summed = new Map<string, Record<Column, number>>()
  private entryCount = 0

  /** @param state after the command, the whole of it */
  check(before: WalletState, state: WalletState, { entries, result }: Decision, command: Command, now: number): void {
    const lots = new Map(state.lots.map((lot) => [lot.id, lot]))
    assert.equal(lots.size, state.lots.length, 'an id is used twice')
    for (const entry of entries) this.readEntry(entry, lots.get(entry.lotId), now)
    assert.equal(state.entryCount, this.entryCount, 'entries are not all counted')
    // A wallet that is open stays as it is, whatever the time.
    if (command.type === 'open') return
    assert.equal(state.lastCommandAt, now, 'the wallet does not know when it was last touched')
    for (const lot of state.lots) this.checkLot(lot)
    checkFinished(before, state, now)
    checkHolds(state, lots)
    checkMoves(entries, lots)
    checkNames(entries, state, command)
    checkDebt(state, now)
    checkBudgets(state)
    if (command.type === 'hold') checkSpending(before, state, command, now)
    if (command.type === 'clawBack') checkClawBack(state, command)
    if (command.type === 'grant' || command.type === 'adjust') {
      const { afterLastGrant } =
        command.type === 'adjust' && command.credits < 0 ? before : { afterLastGrant: balance(state, now) }
      assert.equal(state.afterLastGrant, afterLastGrant, 'the balance after the grant is wrong; metered is no balance')
    }
    assert.equal(result.holdId, 'holdId' in command ? command.holdId : undefined)
  }

  private readEntry(entry: EntryState, lot: LotState | undefined, now: number): void {
    assert(lot !== undefined, 'an entry is of a lot that is not there')
    assert.equal(entry.sequence, ++this.entryCount, 'a number is left out or used twice')
    assert(Number.isInteger(entry.amount) && entry.amount > 0, 'an entry moves nothing')
    const books = this.summed.get(lot.id) ?? { available: 0, held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0 }
    this.summed.set(lot.id, books)
    if (entry.from !== 'issued') books[entry.from] -= entry.amount
    books[entry.to] += entry.amount

    const usable = lot.effectiveAt <= now && now < lot.expiresAt
    if (entry.from === 'available' && (entry.to === 'held' || entry.to === 'repaid')) assert(usable, 'it is spent out of time')
    if (entry.to === 'available' && entry.from !== 'issued')
      assert(now < lot.expiresAt, 'an ended lot has credits to spend again')
    const cameBack = entry.from === 'held' || entry.from === 'spent'
    if (entry.to === 'moved' && cameBack) assert(lot.source !== 'grace', 'grace renews grace')
  }

  private checkLot(lot: LotState): void {
    const books = this.summed.get(lot.id)
    let granted = 0
    for (const column of columns) {
      granted += lot[column]
      assert(lot[column] >= 0 && lot[column] === books?.[column], `${lot.id}: the entries say otherwise of ${column}`)
    }
    assert.equal(granted, lot.granted, `${lot.id} does not add up`)
    assert(lot.owed >= 0 && lot.owed <= lot.spent + lot.repaid, `${lot.id} owes ${lot.owed}`)
    assert(lot.claimed >= 0 && lot.claimed <= lot.held, `${lot.id} has ${lot.claimed} claimed`)
    assert(lot.billed >= 0 && lot.billed <= (lot.kind === 'metered' ? lot.spent : 0), `${lot.id} has ${lot.billed} billed`)
    assert.equal(lot.takenAt !== null, lot.clawedBack + lot.repaid > 0, `${lot.id} is taken at ${lot.takenAt}`)
    const open = lot.available + lot.held + lot.repaid > 0 || (lot.kind === 'metered' && lot.spent > lot.billed)
    assert.equal(lot.closedAt === null, open, `${lot.id} is closed at ${lot.closedAt}`)
  }
}

/** The moment at which all of a hold was settled is noted once. */
function checkFinished(before: WalletState, state: WalletState, now: number): void {
  const finished = new Map(before.holds.map((held) => [held.id, held.finishedAt]))
  for (const { id, finishedAt } of state.holds) {
    if (finishedAt !== null) assert.equal(finishedAt, finished.get(id) ?? now, `${id} is finished at another time`)
  }
}
