import { describe, expect, test } from 'vitest'
import {
  capture,
  clawBack,
  configure,
  day,
  grant,
  hold,
  release,
  setBudget,
  setCap,
  walletAfter,
} from '../../../test/support/wallet-steps.ts'
import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import type { WalletState } from './state.ts'

/** So deep that a change anywhere in it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part)
    Object.freeze(value)
  }
  return value
}

/** A wallet with something of everything in it. */
function busyWallet(): WalletState {
  const wallet = walletAfter(
    grant('lot', 20, { kind: 'plan', rollover: { max: 5, until: 200 * day } }),
    setCap(10),
    setBudget('project', 10, 'ask'),
    hold('h', 6, { projectId: 'project' }),
    capture('h', 2),
  )
  return frozen(wallet.state)
}

describe('deciding is pure', () => {
  const commands: Command[] = [
    configure({ reserve: 3 }),
    grant('new', 5),
    setCap(4),
    hold('next', 3),
    capture('h', 1),
    release('h', 4),
    clawBack('lot', 600),
    setBudget('project', 20, 'stop'),
  ]
  test.each(commands)('$type leaves the wallet it was given as it was, and answers the same again', (command) => {
    const state = busyWallet()
    expect(decide(state, command, day)).toEqual(decide(state, command, day))
  })

  test('what a command does not touch stays the very same object: so the writer knows what to write', () => {
    const state = busyWallet()
    const decision = decide(state, hold('next', 3), day)
    if (!('state' in decision)) throw decision
    const same = decision.state.lots.filter((lot) => state.lots.includes(lot)).map((lot) => lot.id)
    expect(same).toEqual(['metered'])
    expect(decision.state.holds[0]).toBe(state.holds[0])
    expect(decision.state.budgets[0]).toBe(state.budgets[0])
  })
})

test('every command but opening needs a wallet: NOT_FOUND without one', () => {
  expect(decide(null, grant('lot', 1), 0)).toMatchObject({ code: 'NOT_FOUND' })
})

test('opening a wallet that is there leaves it as it is', () => {
  const state = busyWallet()
  expect(decide(state, { type: 'open', accountId: state.accountId, key: 'open' }, day)).toEqual({
    state,
    entries: [],
    result: {},
  })
})

test('time never goes back: a command before the last one is a programming error', () => {
  const { state } = walletAfter().at(10)
  const later = decide(state, grant('lot', 5), 10)
  if (!('state' in later)) throw later
  expect(later.state.lastCommandAt).toBe(10)
  expect(() => decide(later.state, hold('h', 1), 9)).toThrow(/time/)
  expect(() => decide(later.state, hold('h', 1), 10)).not.toThrow()
})

test("another account's command is a programming error", () => {
  expect(() => decide(busyWallet(), { ...hold('h', 1), accountId: 'account-2' }, day)).toThrow(/account/)
})

test('entries are numbered on from the last one', () => {
  const wallet = walletAfter(grant('a', 1), grant('b', 1), hold('h', 2))
  expect(wallet.entries.map((entry) => entry.sequence)).toEqual([1, 2, 3, 4])
  expect(wallet.state.entryCount).toBe(4)
})

describe('settings', () => {
  test('begin with no reserve, alerts at 20 % and at 5 credits, days in UTC', () => {
    expect(walletAfter().state).toMatchObject({ reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC' })
  })

  test('change where they are named, and stay where not', () => {
    const wallet = walletAfter(configure({ reserve: 10, timeZone: 'America/Sao_Paulo' }), configure({ lowPercent: 0 }))
    expect(wallet.state).toMatchObject({ reserve: 10, lowPercent: 0, lowCredits: 5, timeZone: 'America/Sao_Paulo' })
    wallet.does(configure({ reserve: 0, timeZone: undefined }))
    expect(wallet.state).toMatchObject({ reserve: 0, timeZone: 'America/Sao_Paulo' })
  })

  test('move no credits', () => {
    expect(walletAfter(configure({ reserve: 10 })).entries).toEqual([])
  })
})

describe('a lot is closed', () => {
  test('while only a command that names it could touch it', () => {
    const wallet = walletAfter(grant('lot', 2), hold('h', 2))
    expect(wallet.lot('lot').closedAt).toBeNull()
    wallet.at(3).does(capture('h', 2))
    expect(wallet.lot('lot').closedAt).toBe(3)
  })

  test('not while metered use of it is on no statement, and not while it has repaid a debt', () => {
    const wallet = walletAfter(setCap(2), hold('h', 2), capture('h', 2))
    expect(wallet.lot('metered').closedAt).toBeNull()
    const indebted = walletAfter(grant('undone', 2), hold('h', 2), capture('h', 2), clawBack('undone', 1000), grant('lot', 2))
    expect(indebted.books('lot')).toEqual({ repaid: 2 })
    expect(indebted.lot('lot').closedAt).toBeNull()
  })
})
