import { describe, expect, test } from 'vitest'
import {
  adjust,
  capture,
  clawBack,
  configure,
  day,
  grant,
  hold,
  setCap,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'

test('given credits are a promo lot that names the row with the reason', () => {
  const wallet = walletAfter()
  const result = wallet.at(day).does(adjust(12, { label: 'Sorry' }))
  expect(result).toEqual({ lotId: 'adjusted', reference: 'adjustment-1' })
  const lot = { kind: 'promo', source: 'grant', label: 'Sorry', reference: 'adjustment-1', available: 12 }
  expect(wallet.lot('adjusted')).toMatchObject({ ...lot, effectiveAt: day, expiresAt: 365 * day })
  expect(wallet.entries.at(-1)).toMatchObject({ purpose: 'adjustment', reference: 'adjustment-1', holdId: null })
  expect(wallet.state.afterLastGrant).toBe(12)
})

test('given credits pay a debt first, though a promo lot otherwise does not', () => {
  const wallet = walletAfter(grant('undone', 10), hold('h', 10), capture('h', 10), clawBack('undone', 1000), adjust(12))
  expect([wallet.books('adjusted'), wallet.state.debt]).toEqual([{ available: 2, repaid: 10 }, 0])
  expect(wallet.state.afterLastGrant).toBe(2)
})

describe('taken credits', () => {
  test('end early, in burn order', () => {
    const wallet = walletAfter(grant('late', 10), grant('soon', 3, { expiresAt: day }))
    expect(wallet.does(adjust(-5))).toEqual({ reference: 'adjustment-1' })
    expect([wallet.books('soon'), wallet.books('late')]).toEqual([{ expired: 3 }, { available: 8, expired: 2 }])
    expect(wallet.entries.at(-1)).toMatchObject({ purpose: 'adjustment', reference: 'adjustment-1' })
  })

  test('never go below zero: what is missing is said, and nothing is taken', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 4))
    expect(wallet.refuses(adjust(-7))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
    wallet.does(adjust(-6))
    expect(wallet.books('lot')).toEqual({ held: 4, expired: 6 })
  })

  test('may be of the reserve: it is the operator who takes them', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 10 }), adjust(-10))
    expect(wallet.books('lot')).toEqual({ expired: 10 })
  })

  test("are not of pay-as-you-go: a cap is nobody's credits", () => {
    expect(walletAfter(grant('lot', 1), setCap(50)).refuses(adjust(-2))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  })
})

test.each([0, 1.5])('an adjustment of %s credits is a programming error', (credits) => {
  expect(() => walletAfter(grant('lot', 5), adjust(credits))).toThrow(/whole credits/)
})

describe('a lot that has begun since the last command', () => {
  const indebted = () => {
    const later = grant('later', 5, { effectiveAt: day })
    const wallet = walletAfter(grant('undone', 4), hold('h', 4), capture('h', 4), later, clawBack('undone', 1000))
    return wallet.at(day)
  }

  test('has paid what is owed before the operator takes of it', () => {
    const wallet = indebted()
    expect(wallet.refuses(adjust(-2))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
    wallet.does(adjust(-1))
    expect(wallet.books('later')).toEqual({ repaid: 4, expired: 1 })
  })

  test('has paid before a gift does, and is counted as it stands then', () => {
    const wallet = indebted()
    wallet.does(adjust(6))
    expect([wallet.books('later'), wallet.books('adjusted')]).toEqual([{ available: 1, repaid: 4 }, { available: 6 }])
    expect(wallet.state.afterLastGrant).toBe(7)
  })
})
