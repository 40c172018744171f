import { describe, expect, test } from 'vitest'
import {
  capture,
  clawBack,
  day,
  expire,
  grant,
  hold,
  refund,
  release,
  setCap,
  WalletSteps,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'
import { clawBackTarget } from './claw-back.ts'

describe('how many credits a payment undone takes', () => {
  test.each([
    [100, 0, 1000, 0],
    [100, 1, 1000, 1],
    [100, 10, 1000, 1],
    [100, 11, 1000, 2],
    [100, 500, 1000, 50],
    [100, 999, 1000, 100],
    [100, 1000, 1000, 100],
    // A dispute on top of a payment refund can undo more than was paid.
    [100, 1500, 1000, 100],
    [3, 1, 3, 1],
    [7, 333, 999, 3],
  ])('of %i credits, %i of %i undone: %i, rounded up', (granted, undone, paid, target) => {
    expect(clawBackTarget(granted, undone, paid)).toBe(target)
  })

  test('is exact where the product passes what a number can hold', () => {
    const paid = Number.MAX_SAFE_INTEGER
    expect(clawBackTarget(2_000_000_000, paid - 1, paid)).toBe(2_000_000_000)
    expect(clawBackTarget(2_000_000_000, 1, paid)).toBe(1)
    expect(clawBackTarget(1_999_999_999, 4_503_599_627_370_496, paid)).toBe(1_000_000_000)
  })

  test.each([
    [-1, 100],
    [1, 0],
    [0.5, 100],
    [2 ** 53, 2 ** 53],
  ])('%d of %d is a programming error', (undone, paid) => {
    expect(() => clawBackTarget(10, undone, paid)).toThrow(/whole units/)
  })
})

describe('a payment undone', () => {
  test('takes what is available', () => {
    const wallet = walletAfter(grant('lot', 100), clawBack('lot', 300))
    expect(wallet.books('lot')).toEqual({ available: 70, clawedBack: 30 })
    expect(wallet.state.debt).toBe(0)
  })

  test('touches no other lot, not even one that ends sooner', () => {
    const wallet = walletAfter(grant('lot', 100), grant('other', 50, { expiresAt: day }), clawBack('lot', 1000))
    expect(wallet.books('other')).toEqual({ available: 50 })
  })

  test('makes a debt of what was spent', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 6), capture('h', 6), clawBack('lot', 1000))
    expect(wallet.books('lot')).toEqual({ spent: 6, clawedBack: 4, owed: 6 })
    expect(wallet.state.debt).toBe(6)
  })

  test('counts what had expired: it is lost already', () => {
    const wallet = walletAfter(grant('lot', 10, { expiresAt: day }), hold('h', 4), capture('h', 4))
    wallet.at(day).does(expire('lot'))
    wallet.at(2 * day).does(clawBack('lot', 800))
    // Eight are due: six expired, two of the four spent are owed.
    expect(wallet.books('lot')).toEqual({ spent: 4, expired: 6, owed: 2 })
  })

  test('finds expired what no sweep has booked yet', () => {
    const wallet = walletAfter(grant('lot', 10, { expiresAt: day }))
    wallet.at(day).does(clawBack('lot', 1000))
    expect(wallet.books('lot')).toEqual({ expired: 10 })
  })

  test('claims what is held: it is owed when captured and taken when released', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 10), clawBack('lot', 1000))
    expect(wallet.books('lot')).toEqual({ held: 10, claimed: 10 })
    expect(wallet.state.debt).toBe(0)
    wallet.does(capture('h', 4))
    expect(wallet.books('lot')).toEqual({ held: 6, spent: 4, owed: 4, claimed: 6 })
    expect(wallet.state.debt).toBe(4)
    wallet.does(release('h', 6))
    expect(wallet.books('lot')).toEqual({ spent: 4, clawedBack: 6, owed: 4 })
  })

  test('claims of what is held only what spent credits do not cover', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 10), capture('h', 4), clawBack('lot', 600))
    expect(wallet.books('lot')).toEqual({ held: 6, spent: 4, owed: 4, claimed: 2 })
    wallet.does(release('h', 3))
    // Two of three are taken; the third is good, and pays of the debt at once.
    expect(wallet.books('lot')).toEqual({ held: 3, spent: 4, clawedBack: 2, repaid: 1, owed: 4 })
    expect(wallet.state.debt).toBe(3)
  })

  test('reaches the lots that descend from the bought one', () => {
    const wallet = walletAfter(grant('lot', 10, { expiresAt: day }), hold('h', 5))
    wallet.at(day).does(release('h', 5))
    const grace = wallet.descendant('lot', 'grace').id
    wallet.does(clawBack('lot', 1000))
    expect([wallet.books('lot'), wallet.books(grace)]).toEqual([{ expired: 5, moved: 5 }, { clawedBack: 5 }])
  })

  test('is cumulative: each report takes only what is new', () => {
    const wallet = walletAfter(grant('lot', 100), clawBack('lot', 200), clawBack('lot', 200), clawBack('lot', 505))
    expect(wallet.books('lot')).toEqual({ available: 49, clawedBack: 51 })
    wallet.does(clawBack('lot', 1000), clawBack('lot', 1200))
    expect(wallet.books('lot')).toEqual({ clawedBack: 100 })
  })

  test('of a lot that is not there is NOT_FOUND', () => {
    expect(new WalletSteps().refuses(clawBack('lot', 1))).toEqual(['NOT_FOUND', {}])
    expect(walletAfter(setCap(10)).refuses(clawBack('metered', 1))).toEqual(['NOT_FOUND', {}])
  })
})

describe('a dispute won', () => {
  test('gives everything back, with the time lost', () => {
    const wallet = walletAfter(grant('lot', 100, { label: '100' }))
    wallet.at(40 * day).does(clawBack('lot', 1000))
    wallet.at(90 * day).does(clawBack('lot', 0))
    expect(wallet.books('lot')).toEqual({ moved: 100 })
    // Sixty of its hundred days were left when it was taken.
    const restored = { kind: 'pack', label: '100', available: 100, effectiveAt: 90 * day, expiresAt: 150 * day }
    expect(wallet.descendant('lot', 'restored')).toMatchObject(restored)
  })

  test('gives at least the days of grace, however short the lot still had', () => {
    const wallet = walletAfter(grant('lot', 10))
    wallet.at(99 * day).does(clawBack('lot', 1000))
    wallet.at(120 * day).does(clawBack('lot', 0))
    expect(wallet.descendant('lot', 'restored').expiresAt).toBe(127 * day)
  })

  test('ends the debt, and the claims on what is held', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 10), capture('h', 4), clawBack('lot', 1000), clawBack('lot', 0))
    expect(wallet.books('lot')).toEqual({ held: 6, spent: 4 })
    expect(wallet.state.debt).toBe(0)
    wallet.does(release('h', 6))
    expect(wallet.books('lot')).toEqual({ available: 6, spent: 4 })
  })

  test('in part gives that part back', () => {
    const wallet = walletAfter(grant('lot', 100), clawBack('lot', 1000), clawBack('lot', 250))
    expect(wallet.books('lot')).toEqual({ clawedBack: 25, moved: 75 })
  })

  test('can be lost after all: what came back is taken again, from where it is now', () => {
    const wallet = walletAfter(grant('lot', 100), clawBack('lot', 1000), clawBack('lot', 0))
    const restored = wallet.descendant('lot', 'restored').id
    wallet.does(hold('h', 30), capture('h', 30), clawBack('lot', 1000))
    expect(wallet.books(restored)).toEqual({ spent: 30, clawedBack: 70, owed: 30 })
    expect(wallet.state.debt).toBe(30)
  })
})

test('after a refund of owed credits the next report of the same state changes nothing', () => {
  const wallet = walletAfter(grant('lot', 10), hold('h', 10), capture('h', 10), clawBack('lot', 500), refund('h', 2))
  const before = wallet.books('lot')
  expect(before).toEqual({ spent: 8, clawedBack: 2, owed: 3 })
  wallet.does(clawBack('lot', 500))
  expect(wallet.books('lot')).toEqual(before)
})

test('a dispute won over credits that have not begun gives them back for when they begin, not at once', () => {
  const wallet = walletAfter(grant('lot', 10, { effectiveAt: 5 * day }), clawBack('lot', 1000), clawBack('lot', 0))
  expect(wallet.descendant('lot', 'restored')).toMatchObject({ effectiveAt: 5 * day, expiresAt: 100 * day })
  expect(wallet.refuses(hold('h', 1))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  wallet.at(5 * day).does(hold('h', 10))
})

test('a lot that was never granted has no payment to undo: NOT_FOUND', () => {
  const wallet = walletAfter(grant('lot', 10), clawBack('lot', 1000), clawBack('lot', 0))
  const { id } = wallet.descendant('lot', 'restored')
  expect(wallet.refuses(clawBack(id, 1000))[0]).toBe('NOT_FOUND')
})
