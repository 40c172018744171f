import { describe, expect, test } from 'vitest'
import { capture, day, expire, grant, hold, refund, release, setCap, walletAfter } from '../../../../test/support/wallet-steps.ts'

const end = 10 * day
const held = (kind: 'trial' | 'promo' | 'plan' | 'pack' = 'pack') =>
  walletAfter(grant('lot', 5, { kind, label: '5', priority: 2, reference: 'checkout-1', expiresAt: end }), hold('h', 3))

test('what comes back in the last millisecond of its lot is simply available again', () => {
  const wallet = held()
  wallet.at(end - 1).does(release('h', 3))
  expect(wallet.books('lot')).toEqual({ available: 5 })
})

describe('what comes back late by our fault', () => {
  test.each(['trial', 'promo', 'plan', 'pack'] as const)(
    'of a %s lot is good for 7 days more, in a lot that names its origin',
    (kind) => {
      const wallet = held(kind)
      wallet.at(end).does(release('h', 3, 'failed'))
      expect(wallet.books('lot')).toEqual({ available: 2, moved: 3 })
      const like = { kind, label: '5', priority: 2, reference: 'checkout-1', originId: 'lot', rollover: null }
      expect(wallet.descendant('lot', 'grace')).toMatchObject({
        ...like,
        available: 3,
        effectiveAt: end,
        expiresAt: end + 7 * day,
      })
      const [moved, issued] = wallet.moves(2)
      expect(moved).toEqual(['lot', 'held', 'moved', 3])
      expect(issued).toEqual([wallet.descendant('lot', 'grace').id, 'issued', 'available', 3])
    },
  )

  test('can be spent at once, up to the end of the grace', () => {
    const wallet = held()
    wallet.at(end).does(release('h', 3))
    wallet.at(end + 7 * day - 1).does(hold('again', 3), capture('again', 3))
    expect(wallet.refuses(hold('more', 1))[0]).toBe('INSUFFICIENT_CREDITS')
  })

  test('comes to a lot a time: releases a moment apart make two graces', () => {
    const wallet = held()
    wallet.at(end).does(release('h', 1))
    wallet.at(end + day).does(release('h', 2))
    const graces = wallet.state.lots.filter((lot) => lot.source === 'grace')
    expect(graces.map((lot) => [lot.available, lot.expiresAt])).toEqual([
      [1, end + 7 * day],
      [2, end + 8 * day],
    ])
  })

  test('does not renew the grace: what was held of a grace lot and comes back after its end lapses', () => {
    const wallet = held()
    wallet.at(end).does(release('h', 3), hold('again', 3))
    const grace = wallet.descendant('lot', 'grace').id
    wallet.at(end + 7 * day).does(release('again', 3, 'failed'))
    expect(wallet.books(grace)).toEqual({ expired: 3 })
    expect(wallet.state.lots).toHaveLength(2)
  })

  test('leaves alone what of the lot had lapsed already', () => {
    const wallet = held()
    wallet.at(end).does(expire('lot'))
    wallet.at(end + day).does(release('h', 3))
    expect(wallet.books('lot')).toEqual({ expired: 2, moved: 3 })
  })
})

test('what the designer cancelled keeps its old end, and so lapses when it comes back late', () => {
  const wallet = held()
  wallet.at(end).does(release('h', 3, 'cancelled'))
  expect(wallet.books('lot')).toEqual({ available: 2, expired: 3 })
  expect(wallet.state.lots).toHaveLength(1)
})

test('a hold over several lots gives each leg back by its own lot: one in time, one in grace', () => {
  const wallet = walletAfter(grant('soon', 2, { expiresAt: day }), grant('late', 5), hold('h', 4))
  wallet.at(day).does(release('h', 3))
  expect(wallet.books('late')).toEqual({ available: 5 })
  expect(wallet.books('soon')).toEqual({ held: 1, moved: 1 })
})

test('metered credits have no grace: what is not spent is not billed', () => {
  const wallet = walletAfter(setCap(10), hold('h', 4))
  wallet.at(30 * day).does(release('h', 4, 'failed'))
  expect(wallet.books('metered')).toEqual({ available: 6, expired: 4 })
})

test('a late refund by our fault is in grace, of a cancelled one it lapses', () => {
  const wallet = held()
  wallet.does(capture('h', 3))
  wallet.at(end).does(refund('h', 2, 'failed'), refund('h', 1, 'cancelled'))
  expect(wallet.books('lot')).toEqual({ available: 2, expired: 1, moved: 2 })
  expect(wallet.descendant('lot', 'grace')).toMatchObject({ available: 2, expiresAt: end + 7 * day })
})

test("a grace of a grace's origin names the granted lot, however many steps lie between", () => {
  const rollover = { max: 5, until: 20 * day }
  const wallet = walletAfter(grant('lot', 5, { kind: 'plan', expiresAt: end, rollover }))
  wallet.at(end).does(expire('lot'), hold('h', 5))
  wallet.at(20 * day).does(release('h', 5))
  expect(wallet.books(wallet.descendant('lot', 'rollover').id)).toEqual({ moved: 5 })
  expect(wallet.descendant('lot', 'grace')).toMatchObject({ originId: 'lot', kind: 'plan', available: 5 })
})
