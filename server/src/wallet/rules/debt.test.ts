import { describe, expect, test } from 'vitest'
import { capture, clawBack, day, grant, hold, setCap, walletAfter } from '../../../../test/support/wallet-steps.ts'

/** 10 credits are owed, and nothing is there to pay them. */
const indebted = () => walletAfter(grant('undone', 10), hold('h', 10), capture('h', 10), clawBack('undone', 1000))

test.each(['plan', 'pack'] as const)('a %s lot that is there pays the debt in the moment in which it arises', (kind) => {
  const wallet = walletAfter(grant('undone', 10), hold('h', 10), capture('h', 10), grant('lot', 25, { kind }))
  wallet.does(clawBack('undone', 1000))
  expect(wallet.books('lot')).toEqual({ available: 15, repaid: 10 })
  expect(wallet.state.debt).toBe(0)
})

test('a grant that comes later pays, as far as it goes, and counts with what is left of it', () => {
  const wallet = indebted()
  wallet.does(grant('small', 4))
  expect([wallet.books('small'), wallet.state.debt]).toEqual([{ repaid: 4 }, 6])
  wallet.does(grant('large', 25))
  expect([wallet.books('large'), wallet.state.debt]).toEqual([{ available: 19, repaid: 6 }, 0])
  expect(wallet.state.afterLastGrant).toBe(19)
})

test.each(['trial', 'promo'] as const)('free %s credits never pay for what was bought', (kind) => {
  const wallet = indebted()
  wallet.does(grant('gift', 25, { kind }))
  expect([wallet.books('gift'), wallet.state.debt]).toEqual([{ available: 25 }, 10])
})

test('pay-as-you-go never pays a debt', () => {
  const wallet = indebted()
  wallet.does(setCap(50))
  expect([wallet.books('metered'), wallet.state.debt]).toEqual([{ available: 50 }, 10])
})

test('several lots pay in burn order', () => {
  const wallet = walletAfter(grant('undone', 10), hold('h', 10), capture('h', 10))
  wallet.does(grant('late', 8), grant('soon', 4, { expiresAt: 5 * day }), clawBack('undone', 1000))
  expect([wallet.books('soon'), wallet.books('late')]).toEqual([{ repaid: 4 }, { available: 2, repaid: 6 }])
})

test('held credits do not pay; those that come back do', () => {
  const wallet = walletAfter(grant('undone', 10), hold('h', 10), capture('h', 10), grant('lot', 6), hold('i', 6))
  wallet.does(clawBack('undone', 1000))
  expect([wallet.books('lot'), wallet.state.debt]).toEqual([{ held: 6 }, 10])
  wallet.does({ type: 'release', accountId: 'account-1', key: 'key', holdId: 'i', credits: 6, because: 'cancelled' })
  expect([wallet.books('lot'), wallet.state.debt]).toEqual([{ repaid: 6 }, 4])
})

test('a lot that has yet to begin pays when it has begun, before anything is held', () => {
  const wallet = indebted()
  wallet.does(grant('next', 25, { effectiveAt: day }))
  expect(wallet.state.debt).toBe(10)
  expect(wallet.at(day - 1).refuses(hold('i', 1))[0]).toBe('IN_DEBT')
  wallet.at(day).does(hold('i', 15))
  expect([wallet.books('next'), wallet.state.debt]).toEqual([{ held: 15, repaid: 10 }, 0])
})

describe('a debt that is no more', () => {
  test('returns what was repaid, newest lot first, with the time lost', () => {
    const wallet = indebted()
    wallet.at(day).does(grant('first', 4, { expiresAt: 50 * day }))
    wallet.at(2 * day).does(grant('second', 25, { expiresAt: 50 * day }))
    wallet.at(10 * day).does(clawBack('undone', 700))
    // Three of ten are no longer owed.
    expect([wallet.books('first'), wallet.books('second')]).toEqual([{ repaid: 4 }, { available: 19, moved: 3, repaid: 3 }])
    expect(wallet.descendant('second', 'restored')).toMatchObject({ available: 3, expiresAt: 58 * day })

    wallet.at(20 * day).does(clawBack('undone', 0))
    expect([wallet.books('first'), wallet.books('second')]).toEqual([{ moved: 4 }, { available: 19, moved: 6 }])
    expect(wallet.descendant('first', 'restored')).toMatchObject({ available: 4, expiresAt: 69 * day })
  })

  test('returns nothing that the repaying lot owes itself', () => {
    const wallet = indebted()
    wallet.does(grant('second', 10), clawBack('second', 1000))
    // What the second lot repaid was not paid for either: it is owed in its place.
    expect([wallet.books('second'), wallet.state.debt]).toEqual([{ repaid: 10, owed: 10 }, 10])
    wallet.does(clawBack('undone', 0))
    expect([wallet.books('second'), wallet.state.debt]).toEqual([{ repaid: 10, owed: 10 }, 0])
    wallet.does(clawBack('second', 0))
    expect([wallet.books('second'), wallet.state.debt]).toEqual([{ moved: 10 }, 0])
  })
})
