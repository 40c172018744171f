import { describe, expect, test } from 'vitest'
import { day, grant, hold, setCap, WalletSteps, walletAfter } from '../../../../test/support/wallet-steps.ts'

test('new credits come from outside into their lot, told by one entry', () => {
  const wallet = walletAfter(grant('lot', 25, { reference: 'checkout-1' }))
  expect(wallet.books('lot')).toEqual({ available: 25 })
  expect(wallet.entries).toMatchObject([
    { sequence: 1, lotId: 'lot', from: 'issued', to: 'available', amount: 25, holdId: null, reference: 'checkout-1' },
  ])
})

test('credits that do not say from when are usable from the moment that they are recorded', () => {
  const wallet = walletAfter()
  wallet.at(day).does(grant('lot', 25, { effectiveAt: null }))
  expect(wallet.lot('lot')).toMatchObject({ effectiveAt: day, createdAt: day })
  expect(wallet.state.afterLastGrant).toBe(25)
})

describe('the balance after the last grant', () => {
  test('is what could be spent right then: held credits and pay-as-you-go are not in it', () => {
    const wallet = walletAfter(grant('a', 10), setCap(50), hold('h', 4), grant('b', 25))
    expect(wallet.state.afterLastGrant).toBe(31)
  })

  test('leaves out a lot that has yet to begin', () => {
    const wallet = walletAfter(grant('a', 10), grant('next cycle', 100, { effectiveAt: day }))
    expect(wallet.state.afterLastGrant).toBe(10)
  })

  test('stays as it was while credits are spent', () => {
    expect(walletAfter(grant('a', 10), hold('h', 10)).state.afterLastGrant).toBe(10)
  })
})

test.each([0, -1, 1.5])('a grant of %s credits is a programming error', (credits) => {
  expect(() => new WalletSteps().does(grant('lot', credits))).toThrow(/whole credits/)
})

test('a lot id is granted once', () => {
  expect(() => walletAfter(grant('lot', 1), grant('lot', 1))).toThrow(/there already/)
})
