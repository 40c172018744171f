import { describe, expect, test } from 'vitest'
import {
  capture,
  clawBack,
  configure,
  day,
  grant,
  hold,
  refund,
  setBudget,
  setCap,
  WalletSteps,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'

test('a hold sets its credits aside; what is kept of its answer are ids, no words', () => {
  const wallet = walletAfter(grant('pack', 100, { label: '100' }), grant('trial', 3, { kind: 'trial', expiresAt: 14 * day }))
  expect(wallet.does(hold('h', 4))).toEqual({ holdId: 'h', reference: 'generation-1' })
  expect(wallet.books('trial')).toEqual({ held: 3 })
  expect(wallet.books('pack')).toEqual({ available: 99, held: 1 })
})

test('a hold remembers who asked, for what and at which prices, and its entries name it', () => {
  const wallet = walletAfter(grant('lot', 5))
  wallet.at(7).does(hold('h', 2, { memberId: 'member-2', purpose: 'upscale', reference: 'generation-9', priceVersion: 3 }))
  const said = { memberId: 'member-2', purpose: 'upscale', reference: 'generation-9', priceVersion: 3 }
  expect(wallet.state.holds[0]).toMatchObject({ ...said, amount: 2, createdAt: 7, finishedAt: null })
  expect(wallet.entries.at(-1)).toMatchObject({ holdId: 'h', purpose: 'upscale', reference: 'generation-9' })
})

test('never below zero: it says how many are missing, and holds nothing', () => {
  const wallet = walletAfter(grant('lot', 3))
  expect(wallet.refuses(hold('h', 4))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  expect(wallet.refuses(hold('h', 100))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 97 }])
  expect(wallet.books('lot')).toEqual({ available: 3 })
})

test('every last credit can be held, one more cannot', () => {
  const wallet = walletAfter(grant('lot', 3), hold('h', 3))
  expect(wallet.refuses(hold('more', 1))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
})

test.each([-1, 0.5])('a hold of %s credits is a programming error', (credits) => {
  expect(() => walletAfter(grant('lot', 5), hold('h', credits))).toThrow(/whole credits/)
})

describe('the reserve', () => {
  test('is not touched without a yes: the refusal says how much it would take', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 4 }))
    wallet.does(hold('down to the reserve', 6))
    expect(wallet.refuses(hold('h', 1))).toEqual(['RESERVE_REACHED', { fromReserve: 1, reserve: 4 }])
    expect(wallet.refuses(hold('h', 3))).toEqual(['RESERVE_REACHED', { fromReserve: 3, reserve: 4 }])
  })

  test('is spent with a yes, this time only', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 4 }), hold('urgent', 8, { useReserve: true }))
    expect(wallet.books('lot')).toEqual({ available: 2, held: 8 })
    expect(wallet.refuses(hold('h', 1))).toEqual(['RESERVE_REACHED', { fromReserve: 1, reserve: 4 }])
  })

  test('is no excuse: what is not there at all is INSUFFICIENT_CREDITS, reserve or no reserve', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 4 }))
    expect(wallet.refuses(hold('h', 11))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
    expect(wallet.refuses(hold('h', 11, { useReserve: true }))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  })

  test('makes pay-as-you-go pay as soon as the prepaid credits are down to it', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 4 }), setCap(50), hold('h', 8))
    expect(wallet.legs('h')).toEqual([
      ['lot', 6, 0, 0, 0],
      ['metered', 2, 0, 0, 0],
    ])
  })

  test('counts prepaid credits of all lots together, in burn order', () => {
    const wallet = walletAfter(grant('soon', 3, { expiresAt: day }), grant('late', 5), configure({ reserve: 4 }), hold('h', 4))
    expect(wallet.legs('h')).toEqual([
      ['soon', 3, 0, 0, 0],
      ['late', 1, 0, 0, 0],
    ])
  })

  test('does not count what pay-as-you-go still may spend', () => {
    const wallet = walletAfter(grant('lot', 2), setCap(3), configure({ reserve: 4 }))
    expect(wallet.refuses(hold('h', 4))).toEqual(['RESERVE_REACHED', { fromReserve: 1, reserve: 4 }])
  })

  test('is crossed for no more than what the refusal named, once pay-as-you-go has paid its share', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 4 }), setCap(3))
    expect(wallet.refuses(hold('h', 11))).toEqual(['RESERVE_REACHED', { fromReserve: 2, reserve: 4 }])
    wallet.does(hold('h', 11, { useReserve: true }))
    expect(wallet.books('lot')).toEqual({ available: 2, held: 8 })
    expect(wallet.books('metered')).toEqual({ held: 3 })
  })

  test('is not crossed by a yes that was not needed', () => {
    const wallet = walletAfter(grant('lot', 10), configure({ reserve: 4 }), setCap(5), hold('h', 9, { useReserve: true }))
    expect(wallet.books('lot')).toEqual({ available: 4, held: 6 })
    expect(wallet.books('metered')).toEqual({ available: 2, held: 3 })
  })
})

describe('what costs nothing', () => {
  test('passes with an empty wallet, is finished at once and has no entry', () => {
    const wallet = new WalletSteps()
    wallet.does(hold('free', 0))
    expect(wallet.state.holds[0]).toMatchObject({ amount: 0, legs: [], finishedAt: 0 })
    wallet.does(capture('free', 0), refund('free', 0))
    expect(wallet.entries).toEqual([])
  })

  test('passes debt, reserve and budget', () => {
    const wallet = walletAfter(grant('lot', 5), configure({ reserve: 100 }), hold('h', 5, { useReserve: true }), capture('h', 5))
    wallet.does(clawBack('lot', 1000), setBudget('project', 0, 'stop'))
    expect(wallet.state.debt).toBe(5)
    wallet.does(hold('free', 0, { projectId: 'project' }))
    expect(wallet.used('project')).toBe(0)
  })
})

test('a debt stops what costs something, and says how large it is', () => {
  const wallet = walletAfter(grant('lot', 5), hold('h', 5), capture('h', 5), clawBack('lot', 1000))
  wallet.does(grant('gift', 10, { kind: 'promo' }))
  expect(wallet.refuses(hold('next', 1, { useReserve: true }))).toEqual(['IN_DEBT', { debt: 5 }])
})

test('what rolls over can be spent the moment its lot has ended, with no sweep', () => {
  const plan = grant('plan', 10, { kind: 'plan', expiresAt: 30 * day, rollover: { max: 4, until: 60 * day } })
  const wallet = walletAfter(plan)
  wallet.at(30 * day)
  expect(wallet.refuses(hold('too-much', 5))).toEqual(['INSUFFICIENT_CREDITS', { shortfall: 1 }])
  wallet.does(hold('h', 4))
  expect(wallet.books('plan')).toEqual({ expired: 6, moved: 4 })
  expect(wallet.descendant('plan', 'rollover')).toMatchObject({ held: 4, expiresAt: 60 * day })
})
