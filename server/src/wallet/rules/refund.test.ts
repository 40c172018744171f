import { describe, expect, test } from 'vitest'
import {
  capture,
  clawBack,
  closeCycle,
  day,
  grant,
  hold,
  refund,
  setCap,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'

const spent = () =>
  walletAfter(grant('trial', 2, { kind: 'trial', expiresAt: 10 * day }), grant('pack', 5), hold('h', 5), capture('h', 4))

test('captured credits come back to the lots that paid, newest leg first', () => {
  const wallet = spent()
  wallet.does(refund('h', 3))
  expect(wallet.legs('h')).toEqual([
    ['trial', 2, 2, 0, 1],
    ['pack', 3, 2, 0, 2],
  ])
  expect(wallet.moves(2)).toEqual([
    ['pack', 'spent', 'available', 2],
    ['trial', 'spent', 'available', 1],
  ])
})

test('a refund may be partial and repeated, up to what was captured and not a credit more', () => {
  const wallet = spent()
  wallet.does(refund('h', 1), refund('h', 2))
  expect(wallet.refuses(refund('h', 2))).toEqual(['HOLD_FINISHED', {}])
  wallet.does(refund('h', 1))
  expect(wallet.refuses(refund('h', 1))).toEqual(['HOLD_FINISHED', {}])
  expect([wallet.books('trial'), wallet.books('pack')]).toEqual([{ available: 2 }, { available: 4, held: 1 }])
})

test('the hold goes on: what it still holds can be captured after a refund', () => {
  const wallet = spent()
  wallet.does(refund('h', 4), capture('h', 1))
  expect(wallet.state.holds[0]).toMatchObject({ captured: 5, refunded: 4, finishedAt: 0 })
  wallet.does(refund('h', 1))
  expect(wallet.books('pack')).toEqual({ available: 5 })
})

test('paid stays paid: refunded pack credits are pack credits, even in grace', () => {
  const wallet = spent()
  wallet.at(100 * day).does(refund('h', 2))
  expect(wallet.descendant('pack', 'grace')).toMatchObject({ kind: 'pack', available: 2, expiresAt: 107 * day })
})

describe('a refund of credits whose payment was undone', () => {
  test('gives nothing back: it ends what is owed for them', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 10), capture('h', 10), clawBack('lot', 1000))
    expect(wallet.state.debt).toBe(10)
    wallet.does(refund('h', 3))
    expect(wallet.books('lot')).toEqual({ spent: 7, clawedBack: 3, owed: 7 })
    expect(wallet.state.debt).toBe(7)
  })

  test('gives back only what is beyond the debt', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 10), capture('h', 10), clawBack('lot', 400))
    wallet.does(refund('h', 6))
    // Four were owed; the two others are available, and the debt is gone.
    expect(wallet.books('lot')).toEqual({ available: 2, spent: 4, clawedBack: 4 })
    expect(wallet.state.debt).toBe(0)
  })

  test('returns to the lots that repaid the debt what they repaid too much', () => {
    const wallet = walletAfter(grant('lot', 10), hold('h', 10), capture('h', 10), grant('next', 20, { expiresAt: 200 * day }))
    wallet.at(day).does(clawBack('lot', 1000))
    expect(wallet.books('next')).toEqual({ available: 10, repaid: 10 })
    wallet.at(2 * day).does(refund('h', 4))
    expect(wallet.books('lot')).toEqual({ spent: 6, clawedBack: 4, owed: 6 })
    expect(wallet.books('next')).toEqual({ available: 10, moved: 4, repaid: 6 })
    expect(wallet.descendant('next', 'restored')).toMatchObject({ kind: 'pack', available: 4, expiresAt: 201 * day })
  })
})

describe('a refund of metered use', () => {
  const used = () => walletAfter(setCap(10), hold('h', 6), capture('h', 6))

  test('that is not billed yet is not billed at all', () => {
    const wallet = used()
    wallet.does(refund('h', 2))
    expect(wallet.books('metered')).toEqual({ available: 6, spent: 4 })
    wallet.at(30 * day)
    expect(wallet.does(closeCycle('cycle-1'))).toEqual({ reference: 'cycle-1', billed: 4 })
  })

  test('that comes after the cycle and before its statement lapses, and is not billed', () => {
    const wallet = used()
    wallet.at(30 * day).does(refund('h', 2))
    expect(wallet.books('metered')).toEqual({ available: 4, spent: 4, expired: 2 })
    expect(wallet.does(closeCycle('cycle-1'))).toEqual({ reference: 'cycle-1', billed: 4 })
  })

  test('that was billed becomes a promo lot for a year: the statement stays as it was', () => {
    const wallet = used()
    wallet.at(30 * day).does(closeCycle('cycle-1'))
    wallet.at(31 * day).does(refund('h', 2))
    expect(wallet.books('metered')).toEqual({ spent: 4, expired: 4, moved: 2, billed: 4 })
    expect(wallet.descendant('metered', 'refund')).toMatchObject({ kind: 'promo', available: 2, expiresAt: 396 * day })
    expect(wallet.does(closeCycle('cycle-1'))).toEqual({ reference: 'cycle-1', billed: 0 })
  })

  test('takes what is not billed first, then what is', () => {
    const wallet = walletAfter(setCap(10), hold('h', 6), capture('h', 2))
    wallet.at(30 * day).does(closeCycle('cycle-1'), capture('h', 4))
    expect(wallet.books('metered')).toEqual({ spent: 6, expired: 4, billed: 2 })
    wallet.does(refund('h', 5))
    expect(wallet.books('metered')).toEqual({ spent: 1, expired: 8, moved: 1, billed: 1 })
    expect(wallet.descendant('metered', 'refund')).toMatchObject({ kind: 'promo', available: 1 })
  })
})
