import { expect, test } from 'vitest'
import { capture, day, grant, hold, setCap, walletAfter } from '../../../../test/support/wallet-steps.ts'

/** The lots that a hold of everything is made of, in order. */
function burnt(...commands: Parameters<typeof walletAfter>): string[] {
  const wallet = walletAfter(...commands)
  wallet.does(hold('all', 6))
  return wallet.legs('all').map(([lot]) => lot)
}

test('lots that end soonest are burnt first, whatever was bought first', () => {
  const wallet = walletAfter(grant('late', 10, { expiresAt: 50 * day }), grant('soon', 3, { expiresAt: 5 * day }), hold('h', 4))
  expect(wallet.legs('h')).toEqual([
    ['soon', 3, 0, 0, 0],
    ['late', 1, 0, 0, 0],
  ])
})

test('by priority, then by end, then free before plan before pack; metered last of all, even with the soonest end', () => {
  const order = burnt(
    setCap(1, { expiresAt: day }),
    grant('pack', 1),
    grant('plan', 1, { kind: 'plan' }),
    grant('trial', 1, { kind: 'trial' }),
    grant('later', 1, { expiresAt: 200 * day }),
    grant('first', 1, { priority: -1, expiresAt: 300 * day }),
  )
  expect(order).toEqual(['first', 'trial', 'plan', 'pack', 'later', 'metered'])
})

test('trial and promo are alike: of the same end and kind the oldest goes first, then the lower id', () => {
  const wallet = walletAfter(grant('b', 1, { kind: 'trial' }), grant('a', 1, { kind: 'promo' }))
  wallet.at(1).does(grant('0-newer', 1, { kind: 'trial' }), hold('h', 3))
  expect(wallet.legs('h').map(([lot]) => lot)).toEqual(['a', 'b', '0-newer'])
})

test('a lot can be spent from the very millisecond at which it begins', () => {
  const wallet = walletAfter(grant('lot', 5, { effectiveAt: day, expiresAt: 2 * day }))
  expect(wallet.at(day - 1).refuses(hold('h', 1))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  wallet.at(day).does(hold('h', 1))
  expect(wallet.books('lot')).toEqual({ available: 4, held: 1 })
})

test('a lot can be spent up to the last millisecond before its end, and not at it', () => {
  const wallet = walletAfter(grant('lot', 5, { expiresAt: 2 * day }))
  wallet.at(2 * day - 1).does(hold('h', 1))
  expect(wallet.books('lot')).toEqual({ available: 4, held: 1 })
  expect(wallet.at(2 * day).refuses(hold('late', 1))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
})

test('what was held before the end can still be spent after it: the hold stays good', () => {
  const wallet = walletAfter(grant('lot', 5, { expiresAt: day }), hold('h', 2))
  wallet.at(30 * day).does(capture('h', 2))
  expect(wallet.books('lot')).toEqual({ available: 3, spent: 2 })
})
