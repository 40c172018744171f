import { expect, test } from 'vitest'
import { capture, clawBack, day, expire, grant, hold, refund, release, WalletSteps } from '../../../test/support/wallet-steps.ts'

// The worked examples of README.md, number by number.

test('a batch of four: three arrive, one fails', () => {
  const wallet = new WalletSteps()
  wallet.does(grant('trial', 25, { kind: 'trial', expiresAt: 14 * day }), grant('pack', 100))
  wallet.does(hold('first', 4))
  expect([wallet.legs('first'), wallet.books('trial')]).toEqual([[['trial', 4, 0, 0, 0]], { available: 21, held: 4 }])
  wallet.does(capture('first', 1), capture('first', 1), capture('first', 1), release('first', 1))
  expect(wallet.books('trial')).toEqual({ available: 22, spent: 3 })

  wallet.does(hold('rest', 20), capture('rest', 20), hold('second', 5))
  expect(wallet.legs('second').map(([lot, amount]) => [lot, amount])).toEqual([
    ['trial', 2],
    ['pack', 3],
  ])
  wallet.does(capture('second', 2), release('second', 3))
  expect([wallet.books('trial'), wallet.books('pack')]).toEqual([{ spent: 25 }, { available: 100 }])
})

test('an image that comes too late: the trial ended while its credits were held', () => {
  const wallet = new WalletSteps()
  wallet.does(grant('trial', 10, { kind: 'trial', expiresAt: 14 * day }), hold('h', 4))
  wallet.at(14 * day).does(expire('trial'))
  expect(wallet.books('trial')).toEqual({ expired: 6, held: 4 })
  wallet.does(capture('h', 1), release('h', 2, 'failed'), release('h', 1, 'cancelled'))
  expect(wallet.books('trial')).toEqual({ expired: 7, spent: 1, moved: 2 })
  expect(wallet.descendant('trial', 'grace')).toMatchObject({ kind: 'trial', available: 2, expiresAt: 21 * day })
})

test('a pack is refunded by the bank after most of it was spent, and the dispute is won later', () => {
  const wallet = new WalletSteps()
  wallet.does(grant('pack', 100, { expiresAt: 365 * day }), hold('h', 70), capture('h', 60))
  wallet.at(100 * day).does(clawBack('pack', 900, 900))
  expect(wallet.books('pack')).toEqual({ spent: 60, owed: 60, held: 10, claimed: 10, clawedBack: 30 })
  expect([wallet.state.debt, wallet.refuses(hold('no', 1))]).toEqual([60, ['IN_DEBT', { debt: 60 }]])

  wallet.does(release('h', 10), refund('h', 5))
  expect(wallet.books('pack')).toEqual({ spent: 55, owed: 55, clawedBack: 45 })
  wallet.does(grant('second', 100, { expiresAt: 465 * day }))
  expect([wallet.books('second'), wallet.state.debt]).toEqual([{ available: 45, repaid: 55 }, 0])

  wallet.at(130 * day).does(clawBack('pack', 0, 900))
  expect(wallet.books('pack')).toEqual({ spent: 55, moved: 45 })
  expect(wallet.descendant('pack', 'restored')).toMatchObject({ available: 45, expiresAt: 395 * day })
  expect(wallet.books('second')).toEqual({ available: 45, moved: 55 })
  expect(wallet.descendant('second', 'restored')).toMatchObject({ available: 55, expiresAt: 495 * day })
})
