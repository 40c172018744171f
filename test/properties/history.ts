import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { ToileError } from 'server/platform/errors'
import type { ClawBackCommand, Command } from 'server/wallet/commands'
import { type Decision, decide } from 'server/wallet/decide'
import type { WalletState } from 'server/wallet/state'
import { Audit } from './audit.ts'
import { balance } from './audit-wallet.ts'
import { compareAnswers, compareWallets } from './compare-wallets.ts'
import type { Foretold } from './model-lots.ts'
import { loadedFor, mergedInto } from './partial-loading.ts'
import { beginning, moveClock, toCommand } from './to-command.ts'
import type { Step } from './wallet-commands.ts'
import { ModelWallet } from './wallet-model.ts'

interface Account {
  id: string
  state: WalletState | null
  model: ModelWallet
  audit: Audit
}

/** What histories met, and how often: so that it can be asked that nothing was left out. */
export type Met = Map<string, number>

/**
 * Lives through a history with the deciding code and the model side by side, and compares after every step.
 * @param sees what `decide` is given: the whole wallet, or only what the journal would load
 */
export function live(steps: readonly Step[], sees: 'all' | 'loaded', met: Met): void {
  const accounts = new Map<number, Account>()
  const told: { at: string; command: Command }[] = []
  let now = beginning
  steps.forEach(({ account: index, wait, wish }, serial) => {
    const account = accounts.get(index) ?? newAccount(index)
    accounts.set(index, account)
    now = moveClock(wait, account.state, now)
    const command = toCommand(wish, { accountId: account.id, wallet: account.state, now, serial })
    if (command === null) return
    told.push({ at: new Date(now).toISOString(), command })
    try {
      step(account, command, now, sees, met)
    } catch (error) {
      const lines = told.map(({ at, command }) => `${at} ${JSON.stringify(command)}`)
      throw new Error(`${error instanceof Error ? error.message : error}\n\nafter\n${lines.join('\n')}`, { cause: error })
    }
  })
}

function newAccount(index: number): Account {
  return { id: `account-${index}`, state: null, model: new ModelWallet(), audit: new Audit() }
}

function step(account: Account, command: Command, now: number, sees: 'all' | 'loaded', met: Met): void {
  const { state } = account
  const decision = decideTwice(state, command, now, sees)
  const named = 'lotId' in command ? command.lotId : undefined
  const issued = decision instanceof ToileError ? [] : decision.entries.filter(({ from }) => from === 'issued')
  const ids = issued.flatMap(({ lotId }) => (lotId === named ? [] : [lotId]))
  const foretold: Foretold =
    state === null && command.type !== 'open' ? { code: 'NOT_FOUND' } : account.model.apply(command, now, ids)
  compareAnswers(decision, foretold)
  count(met, `${command.type} ${foretold.code ?? 'done'}`)
  if (decision instanceof ToileError) return
  if ((decision.result.billed ?? 0) > 0) count(met, 'closeCycle billed')

  const after = decision.state
  account.audit.check(state ?? after, after, decision, command, now)
  compareWallets(state, after, account.model)
  for (const { lotId, from, to } of decision.entries) {
    count(met, `${after.lots.find(({ id }) => id === lotId)?.source} ${from} ${to}`)
  }
  account.state = freeze(after)
  if (command.type === 'clawBack') compareWithWon(after, command, now)
}

/** Asks twice, and answers the first; what it was given is frozen, so it can only have been read. */
function decideTwice(state: WalletState | null, command: Command, now: number, sees: 'all' | 'loaded'): Decision | ToileError {
  const seen = state === null || sees === 'all' ? state : freeze(loadedFor(state, command))
  const first = whole(state, decide(seen, command, now))
  const second = whole(state, decide(state, command, now))
  if (first instanceof ToileError || second instanceof ToileError) {
    assert.deepEqual(first, second, 'asked again, the answer is another')
    return first
  }
  assert.deepEqual([first.entries, first.result], [second.entries, second.result], 'asked again, the answer is another')
  const { lots, holds, budgets, ...rest } = second.state
  const { lots: lots1, holds: holds1, budgets: budgets1, ...rest1 } = first.state
  assert.deepEqual(rest1, rest, 'asked again, the wallet is another')
  assertSame(lots1, lots)
  assertSame(holds1, holds)
  assertSame(budgets1, budgets)
  return first
}

function whole(before: WalletState | null, decision: Decision | ToileError): Decision | ToileError {
  if (before === null || decision instanceof ToileError) return decision
  return { ...decision, state: mergedInto(before, decision.state) }
}

/** Most are one and the same object: only what the command changed must be looked into. */
function assertSame<T>(first: readonly T[], second: readonly T[]): void {
  assert.equal(first.length, second.length)
  first.forEach((item, i) => {
    if (item !== second[i] && !isDeepStrictEqual(item, second[i])) assert.deepEqual(item, second[i], 'asked again, it is another')
  })
}

/** Frozen whole, though only what is new must be gone through. */
function freeze(state: WalletState): WalletState {
  for (const lot of state.lots) {
    if (Object.isFrozen(lot)) continue
    Object.freeze(lot.rollover)
    Object.freeze(lot)
  }
  for (const held of state.holds) {
    if (Object.isFrozen(held)) continue
    held.legs.forEach(Object.freeze)
    Object.freeze(held.legs)
    Object.freeze(held)
  }
  state.budgets.forEach(Object.freeze)
  Object.freeze(state.lots)
  Object.freeze(state.holds)
  Object.freeze(state.budgets)
  return Object.freeze(state)
}

/** A payment undone, and the dispute won at once: the balance and the debt are what they would have been. */
function compareWithWon(after: WalletState, command: ClawBackCommand, now: number): void {
  const undoing = (state: WalletState, undone: number) => {
    const decision = decide(state, { ...command, undone }, now)
    assert(!(decision instanceof ToileError), 'the same is refused now')
    return decision.state
  }
  // Won in part it may be otherwise where credits count differently: expired ones last of all, metered ones as no balance.
  const family = after.lots.filter(({ id, originId }) => id === command.lotId || originId === command.lotId)
  const alike = family.every(({ kind, expired }) => kind !== 'metered' && expired === 0)
  for (const undone of alike ? [0, command.undone] : [0]) {
    const before = undoing(after, undone)
    const won = undoing(undoing(before, command.paid), undone)
    assert.equal(won.debt, before.debt, 'a dispute won leaves another debt')
    assert.equal(balance(won, now), balance(before, now), 'a dispute won leaves another balance')
  }
}

function count(met: Met, what: string): void {
  met.set(what, (met.get(what) ?? 0) + 1)
}
