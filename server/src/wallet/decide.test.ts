import { describe, expect, test } from 'vitest'
import { ToileError } from '../platform/errors.ts'
import type { Command, GrantCommand } from './commands.ts'
import { type Decision, decide } from './decide.ts'
import type { WalletState } from './state.ts'

const day = 86_400_000
const accountId = 'account-1'

function run(state: WalletState | null, command: Command, now = 0): Decision {
  const decision = decide(state, command, now)
  if (decision instanceof ToileError) throw decision
  return decision
}

function refusal(state: WalletState | null, command: Command, now = 0): ToileError {
  const decision = decide(state, command, now)
  if (!(decision instanceof ToileError)) throw new Error('it was accepted')
  return decision
}

const grant = (lotId: string, credits: number, more: Partial<GrantCommand> = {}): GrantCommand => ({
  type: 'grant',
  accountId,
  key: lotId,
  lotId,
  kind: 'pack',
  label: null,
  credits,
  priority: 0,
  effectiveAt: 0,
  expiresAt: 100 * day,
  reference: null,
  rollover: null,
  ...more,
})
const hold = (credits: number, holdId = 'hold-1'): Command => ({
  type: 'hold',
  accountId,
  key: holdId,
  holdId,
  memberId: 'member-1',
  projectId: null,
  priceVersion: null,
  useReserve: false,
  overBudget: false,
  credits,
  purpose: 'vary',
  reference: 'generation-1',
  payload: '',
})
const settle = (type: 'capture' | 'release', credits: number, holdId = 'hold-1'): Command => {
  const settlement = { accountId, key: `${type}-${credits}`, holdId, credits }
  return type === 'capture' ? { type, ...settlement } : { type, ...settlement, because: 'failed' }
}

function walletWith(...grants: GrantCommand[]): WalletState {
  return grants.reduce((state, command) => run(state, command).state, run(null, { type: 'open', accountId, key: 'open' }).state)
}

const columns = (state: WalletState, lotId: string) => {
  const lot = state.lots.find((candidate) => candidate.id === lotId)
  return [lot?.available, lot?.held, lot?.spent]
}

describe('grant', () => {
  test('brings credits from outside into the lot, and says so in one entry', () => {
    const decision = run(walletWith(), grant('lot-a', 25))
    expect(columns(decision.state, 'lot-a')).toEqual([25, 0, 0])
    expect(decision.entries).toMatchObject([{ sequence: 1, from: 'issued', to: 'available', amount: 25, lotId: 'lot-a' }])
    expect(decision.state.afterLastGrant).toBe(25)
  })

  test('to a wallet that was never opened is NOT_FOUND', () => {
    expect(refusal(null, grant('lot-a', 1)).code).toBe('NOT_FOUND')
  })

  test.each([0, -1, 1.5])('of %s credits is a programming error', (credits) => {
    expect(() => decide(walletWith(), grant('lot-a', credits), 0)).toThrow(/whole credits/)
  })
})

describe('hold', () => {
  test('takes the lots that end soonest first', () => {
    const state = walletWith(grant('late', 10, { expiresAt: 50 * day }), grant('soon', 3, { expiresAt: 5 * day }))
    const after = run(state, hold(4)).state
    expect(columns(after, 'soon')).toEqual([0, 3, 0])
    expect(columns(after, 'late')).toEqual([9, 1, 0])
  })

  test('goes by priority before expiry, by free kinds before bought ones at the same end, and by metered last of all', () => {
    const state = walletWith(
      grant('pack', 1),
      grant('plan', 1, { kind: 'plan' }),
      grant('trial', 1, { kind: 'trial' }),
      grant('later', 1, { expiresAt: 200 * day }),
      grant('first', 1, { priority: -1, expiresAt: 300 * day }),
    )
    const cap = { lotId: 'metered', cycle: 'cycle-1', label: null, cap: 1, effectiveAt: 0, expiresAt: day }
    const capped = run(state, { type: 'setCap', accountId, key: 'cap', ...cap }).state
    const after = run(capped, hold(6)).state
    expect(after.holds[0]?.legs.map((leg) => leg.lotId)).toEqual(['first', 'trial', 'plan', 'pack', 'later', 'metered'])
  })

  test('never goes below zero: it says how many are missing and changes nothing', () => {
    const error = refusal(walletWith(grant('lot-a', 3)), hold(4))
    expect([error.code, error.details]).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  })

  test('cannot spend a lot before it begins, nor from the very moment at which it ends', () => {
    const state = walletWith(grant('lot-a', 5, { effectiveAt: day, expiresAt: 2 * day }))
    expect(refusal(state, hold(1), day - 1).details.shortfall).toBe(1)
    expect(run(state, hold(1), day).state.lots[0]?.held).toBe(1)
    expect(run(state, hold(1), 2 * day - 1).state.lots[0]?.held).toBe(1)
    expect(refusal(state, hold(1), 2 * day).details.shortfall).toBe(1)
  })

  test('of nothing passes with an empty wallet and is finished at once', () => {
    const decision = run(walletWith(), hold(0))
    expect(decision.entries).toEqual([])
    expect(decision.state.holds[0]).toMatchObject({ amount: 0, legs: [], finishedAt: 0 })
    expect(run(decision.state, settle('capture', 0)).entries).toEqual([])
  })
})

describe('settling', () => {
  const held = () => run(walletWith(grant('late', 10), grant('soon', 3, { expiresAt: 5 * day })), hold(5)).state

  test('captures in burn order', () => {
    const after = run(held(), settle('capture', 4)).state
    expect(columns(after, 'soon')).toEqual([0, 0, 3])
    expect(columns(after, 'late')).toEqual([8, 1, 1])
  })

  test('gives back the last leg first', () => {
    const after = run(held(), settle('release', 3)).state
    expect(columns(after, 'late')).toEqual([10, 0, 0])
    expect(columns(after, 'soon')).toEqual([1, 2, 0])
  })

  test('may be partial and mixed, and ends when everything is settled', () => {
    const half = run(held(), settle('capture', 2)).state
    expect(half.holds[0]?.finishedAt).toBeNull()
    const done = run(half, settle('release', 3), 7).state
    expect(done.holds[0]).toMatchObject({ captured: 2, released: 3, finishedAt: 7 })
  })

  test('more than the hold still has is HOLD_FINISHED, never a silent no-op', () => {
    expect(refusal(held(), settle('capture', 6)).code).toBe('HOLD_FINISHED')
    const done = run(held(), settle('capture', 5)).state
    expect(refusal(done, settle('release', 1)).code).toBe('HOLD_FINISHED')
  })

  test.each([-1, 0.5])('of %s credits is a programming error', (credits) => {
    expect(() => decide(held(), settle('capture', credits), 0)).toThrow(/whole credits/)
  })

  test('a hold that is not there is NOT_FOUND', () => {
    expect(refusal(walletWith(), settle('capture', 1)).code).toBe('NOT_FOUND')
  })
})

test('deciding does not change the state it was given', () => {
  const state = walletWith(grant('lot-a', 5))
  const before = structuredClone(state)
  run(state, hold(3))
  expect(state).toEqual(before)
})

test('time never goes back', () => {
  const state = run(walletWith(), grant('lot-a', 5), 10).state
  expect(() => decide(state, hold(1), 9)).toThrow()
})
