import { describe, expect, test } from 'vitest'
import { capture, day, expire, grant, hold, WalletSteps, walletAfter } from '../../../../test/support/wallet-steps.ts'

const end = 30 * day
const plan = (rollover: { max: number; until: number } | null = null) =>
  walletAfter(grant('lot', 10, { kind: 'plan', reference: 'cycle-1', expiresAt: end, rollover }))

test("what is left at a lot's end is booked as expired, once", () => {
  const wallet = plan()
  wallet.at(end).does(expire('lot'))
  expect(wallet.books('lot')).toEqual({ expired: 10 })
  wallet.at(end + day).does(expire('lot'))
  expect(wallet.entries).toHaveLength(2)
})

test('a lot cannot be ended before its end, not by a millisecond', () => {
  const wallet = plan()
  expect(wallet.at(end - 1).refuses(expire('lot'))).toEqual(['BAD_REQUEST', { field: 'lotId' }])
  wallet.at(end).does(expire('lot'))
})

test('what is held or spent at the end stays so', () => {
  const wallet = plan()
  wallet.does(hold('h', 4), capture('h', 1))
  wallet.at(end).does(expire('lot'))
  expect(wallet.books('lot')).toEqual({ held: 3, spent: 1, expired: 6 })
})

test('a lot that is not there is NOT_FOUND', () => {
  expect(new WalletSteps().refuses(expire('lot'))).toEqual(['NOT_FOUND', {}])
})

describe('roll-over', () => {
  test("carries what is left, up to its limit, to a lot that ends by the plan's terms; the rest expires", () => {
    const wallet = plan({ max: 6, until: 60 * day })
    wallet.at(end).does(expire('lot'))
    expect(wallet.books('lot')).toEqual({ expired: 4, moved: 6 })
    const rolled = wallet.descendant('lot', 'rollover')
    const like = { kind: 'plan', reference: 'cycle-1', rollover: null, effectiveAt: end, expiresAt: 60 * day }
    expect(rolled).toMatchObject({ ...like, originId: 'lot', granted: 6, available: 6 })
  })

  test('carries all where less than the limit is left', () => {
    const wallet = plan({ max: 6, until: 60 * day })
    wallet.does(hold('h', 7), capture('h', 7))
    wallet.at(end).does(expire('lot'))
    expect(wallet.books('lot')).toEqual({ spent: 7, moved: 3 })
  })

  test('makes no lot where nothing is left', () => {
    const wallet = plan({ max: 6, until: 60 * day })
    wallet.does(hold('h', 10))
    wallet.at(end).does(expire('lot'))
    expect(wallet.state.lots).toHaveLength(1)
  })

  test('does not roll over again', () => {
    const wallet = plan({ max: 6, until: 60 * day })
    wallet.at(end).does(expire('lot'))
    const rolled = wallet.descendant('lot', 'rollover').id
    wallet.at(60 * day).does(expire(rolled))
    expect(wallet.books(rolled)).toEqual({ expired: 6 })
  })

  test('that is booked after its own end has come carries nothing', () => {
    const wallet = plan({ max: 6, until: 60 * day })
    wallet.at(60 * day).does(expire('lot'))
    expect(wallet.books('lot')).toEqual({ expired: 10 })
  })

  test('of the lots of one cycle is together as much as the larger terms allow, and not as much again for each', () => {
    const cycle = { kind: 'plan', reference: 'cycle-1', expiresAt: end } as const
    const wallet = walletAfter(
      grant('base', 10, { ...cycle, rollover: { max: 6, until: 60 * day } }),
      grant('difference', 30, { ...cycle, rollover: { max: 20, until: 60 * day } }),
      grant('pack', 5),
    )
    wallet.at(end).does(expire('difference'))
    expect([wallet.books('base'), wallet.books('difference'), wallet.books('pack')]).toEqual([
      { expired: 4, moved: 6 },
      { expired: 16, moved: 14 },
      { available: 5 },
    ])
    wallet.at(end + day).does(expire('base'))
    expect(wallet.books('base')).toEqual({ expired: 4, moved: 6 })
  })
})
