import { describe, expect, test } from 'vitest'
import {
  capture,
  closeCycle,
  day,
  grant,
  hold,
  refund,
  release,
  setCap,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'

const end = 30 * day

describe('a cap', () => {
  test('is a lot as large as itself for the cycle, and no balance', () => {
    const wallet = walletAfter(setCap(50, { label: 'November' }))
    expect(wallet.lot('metered')).toMatchObject({ kind: 'metered', source: 'grant', reference: 'cycle-1', label: 'November' })
    expect(wallet.books('metered')).toEqual({ available: 50 })
    expect(wallet.state.afterLastGrant).toBe(0)
  })

  test('that is raised grants the difference at once', () => {
    const wallet = walletAfter(setCap(10), hold('h', 10), capture('h', 10), setCap(15, { lotId: 'more' }))
    expect(wallet.books('more')).toEqual({ available: 5 })
    wallet.does(hold('again', 5))
  })

  test('that is lowered lapses only what is unspent', () => {
    const wallet = walletAfter(setCap(10), hold('h', 4), capture('h', 1), setCap(6))
    expect(wallet.books('metered')).toEqual({ available: 2, held: 3, spent: 1, expired: 4 })
  })

  test('that is lowered below what was used lapses all the rest and takes nothing of what was used', () => {
    const wallet = walletAfter(setCap(10), hold('h', 4), capture('h', 1), setCap(2))
    expect(wallet.books('metered')).toEqual({ held: 3, spent: 1, expired: 6 })
    wallet.does(capture('h', 3))
    expect(wallet.refuses(hold('more', 1))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  })

  test('that is the same changes nothing', () => {
    const wallet = walletAfter(setCap(10), hold('h', 4), setCap(10, { lotId: 'none' }))
    expect(wallet.state.lots).toHaveLength(1)
    expect(wallet.entries).toHaveLength(2)
  })

  test('of 0 stops pay-as-you-go; a later cap starts it again with what is left of it', () => {
    const wallet = walletAfter(setCap(10), hold('h', 4), capture('h', 4), setCap(0))
    expect(wallet.refuses(hold('more', 1))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
    wallet.does(setCap(10, { lotId: 'restart' }))
    expect(wallet.books('restart')).toEqual({ available: 6 })
  })

  test('that was stopped or lowered stays so: what comes back beyond it lapses', () => {
    const stopped = walletAfter(setCap(10), hold('h', 10), setCap(0), release('h', 4))
    expect(stopped.books('metered')).toEqual({ held: 6, expired: 4 })
    const lowered = walletAfter(setCap(10), hold('h', 4), capture('h', 1), setCap(2), release('h', 3))
    expect(lowered.books('metered')).toEqual({ available: 1, spent: 1, expired: 8 })
    lowered.does(refund('h', 1))
    expect(lowered.books('metered')).toEqual({ available: 2, expired: 8 })
  })

  test('counts over all lots of its cycle when credits come back', () => {
    const wallet = walletAfter(
      setCap(10),
      hold('first', 10),
      capture('first', 10),
      setCap(15, { lotId: 'more' }),
      hold('second', 5),
    )
    wallet.does(setCap(10, { lotId: 'none' }), refund('first', 5))
    expect([wallet.books('metered'), wallet.books('more')]).toEqual([{ spent: 5, expired: 5 }, { held: 5 }])
    wallet.does(release('second', 5))
    expect(wallet.books('more')).toEqual({ available: 5 })
  })

  test('over several lots lapses the newest first', () => {
    const wallet = walletAfter(setCap(10), setCap(15, { lotId: 'more' }), setCap(8))
    expect([wallet.books('metered'), wallet.books('more')]).toEqual([{ available: 8, expired: 2 }, { expired: 5 }])
  })

  test('of one cycle leaves another cycle alone', () => {
    const next = { cycle: 'cycle-2', lotId: 'next', effectiveAt: end, expiresAt: 60 * day }
    const wallet = walletAfter(setCap(10), setCap(20, next), setCap(0))
    expect([wallet.books('metered'), wallet.books('next')]).toEqual([{ expired: 10 }, { available: 20 }])
  })

  test.each([-1, 0.5])('of %s credits is a programming error', (cap) => {
    expect(() => walletAfter(setCap(cap))).toThrow(/whole credits/)
  })
})

test('metered credits are spent only within their cycle', () => {
  const wallet = walletAfter(setCap(10, { effectiveAt: day }))
  expect(wallet.at(day - 1).refuses(hold('h', 1))[0]).toBe('INSUFFICIENT_CREDITS')
  wallet.at(day).does(hold('h', 1))
  expect(wallet.at(end).refuses(hold('late', 1))[0]).toBe('INSUFFICIENT_CREDITS')
})

describe('closing a cycle', () => {
  test('bills what was spent, lapses the rest at no cost, and bills it once', () => {
    const wallet = walletAfter(setCap(50), hold('h', 12), capture('h', 12))
    wallet.at(end)
    expect(wallet.does(closeCycle('cycle-1'))).toEqual({ reference: 'cycle-1', billed: 12 })
    expect(wallet.books('metered')).toEqual({ spent: 12, expired: 38, billed: 12 })
    expect(wallet.does(closeCycle('cycle-1'))).toEqual({ reference: 'cycle-1', billed: 0 })
  })

  test('bills all lots of a cap that was raised and lowered', () => {
    const wallet = walletAfter(setCap(5), hold('h', 5), capture('h', 5), setCap(9, { lotId: 'more' }))
    wallet.does(hold('again', 3), capture('again', 3), setCap(0))
    wallet.at(end)
    expect(wallet.does(closeCycle('cycle-1')).billed).toBe(8)
  })

  test('leaves what is held: captured late, it joins the next statement', () => {
    const wallet = walletAfter(setCap(50), hold('h', 12), capture('h', 8))
    wallet.at(end)
    expect(wallet.does(closeCycle('cycle-1')).billed).toBe(8)
    wallet.does(setCap(50, { cycle: 'cycle-2', lotId: 'next', effectiveAt: end, expiresAt: 60 * day }))
    wallet.at(end + 1).does(capture('h', 3), release('h', 1), hold('i', 5), capture('i', 5))
    expect(wallet.books('metered')).toEqual({ spent: 11, expired: 39, billed: 8 })
    wallet.at(60 * day)
    expect(wallet.does(closeCycle('cycle-2'))).toEqual({ reference: 'cycle-2', billed: 8 })
  })

  test('alone, it bills no use of another cycle, which another statement has to charge', () => {
    const wallet = walletAfter(setCap(5), hold('h', 5), capture('h', 5), setCap(0))
    wallet.does(setCap(9, { cycle: 'cycle-2', lotId: 'next' }), hold('i', 3), capture('i', 3))
    wallet.at(end)
    const former = { ...closeCycle('cycle-1'), alone: true } as const
    expect([wallet.does(former).billed, wallet.does(closeCycle('cycle-2')).billed]).toEqual([5, 3])
  })

  test('does not bill the cycle that runs', () => {
    const wallet = walletAfter(setCap(5), setCap(50, { cycle: 'cycle-2', lotId: 'next', expiresAt: 60 * day }))
    wallet.does(hold('h', 8), capture('h', 8))
    wallet.at(end)
    expect(wallet.does(closeCycle('cycle-1')).billed).toBe(5)
  })

  test('before its end is refused, not by a millisecond', () => {
    const wallet = walletAfter(setCap(50))
    expect(wallet.at(end - 1).refuses(closeCycle('cycle-1'))).toEqual(['BAD_REQUEST', { field: 'endsAt' }])
    wallet.at(end).does(closeCycle('cycle-1'))
  })

  test("ends a plan's lot of that cycle, rolled over by its terms, and no other", () => {
    const rollover = { max: 3, until: 60 * day }
    const plan = { kind: 'plan', reference: 'cycle-1', expiresAt: end, rollover } as const
    const wallet = walletAfter(grant('plan', 10, plan), grant('pack', 10))
    wallet.at(end)
    expect(wallet.does(closeCycle('cycle-1')).billed).toBe(0)
    expect([wallet.books('plan'), wallet.books('pack')]).toEqual([{ expired: 7, moved: 3 }, { available: 10 }])
  })
})

test('a cap over several lots lapses the newest first, in whatever order they were loaded', () => {
  const wallet = walletAfter(setCap(10), setCap(15, { lotId: 'more' }))
  wallet.state = { ...wallet.state, lots: wallet.state.lots.toReversed() }
  wallet.does(setCap(8))
  expect([wallet.books('metered'), wallet.books('more')]).toEqual([{ available: 8, expired: 2 }, { expired: 5 }])
})

test('a cycle that has ended takes no cap: what was spent of it may be billed and out of sight', () => {
  const wallet = walletAfter(setCap(10), hold('h', 10), capture('h', 10))
  wallet.at(end).does(closeCycle('cycle-1'))
  expect(wallet.refuses(setCap(10, { lotId: 'again' }))).toEqual(['BAD_REQUEST', { field: 'cycle' }])
})
