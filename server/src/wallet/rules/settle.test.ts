import { describe, expect, test } from 'vitest'
import {
  capture,
  day,
  grant,
  hold,
  refund,
  release,
  timeOut,
  WalletSteps,
  walletAfter,
} from '../../../../test/support/wallet-steps.ts'

/** A hold of 6 over three lots: 1 of `a`, 2 of `b`, 3 of `c`. */
const held = () =>
  walletAfter(
    grant('c', 10, { expiresAt: 30 * day }),
    grant('b', 2, { expiresAt: 20 * day }),
    grant('a', 1, { expiresAt: 10 * day }),
    hold('h', 6),
  )

test('captures spend the first leg first', () => {
  const wallet = held()
  wallet.does(capture('h', 2))
  expect(wallet.legs('h')).toEqual([
    ['a', 1, 1, 0, 0],
    ['b', 2, 1, 0, 0],
    ['c', 3, 0, 0, 0],
  ])
  expect(wallet.moves(2)).toEqual([
    ['a', 'held', 'spent', 1],
    ['b', 'held', 'spent', 1],
  ])
})

test('releases give the last leg back first', () => {
  const wallet = held()
  wallet.does(release('h', 4))
  expect(wallet.legs('h')).toEqual([
    ['a', 1, 0, 0, 0],
    ['b', 2, 0, 1, 0],
    ['c', 3, 0, 3, 0],
  ])
  expect(wallet.books('c')).toEqual({ available: 10 })
})

test('captures and releases meet in the middle of a leg, image by image', () => {
  const wallet = held()
  wallet.does(capture('h', 1), release('h', 1), capture('h', 1), release('h', 1), release('h', 1), capture('h', 1))
  expect(wallet.legs('h')).toEqual([
    ['a', 1, 1, 0, 0],
    ['b', 2, 2, 0, 0],
    ['c', 3, 0, 3, 0],
  ])
  expect(wallet.state.holds[0]).toMatchObject({ captured: 3, released: 3 })
})

test('a hold is finished when the last of its credits is settled, not before', () => {
  const wallet = held()
  wallet.at(5).does(capture('h', 2), release('h', 3))
  expect(wallet.state.holds[0]?.finishedAt).toBeNull()
  wallet.at(7).does(capture('h', 1))
  expect(wallet.state.holds[0]).toMatchObject({ captured: 3, released: 3, finishedAt: 7 })
})

describe('settling more than is still held', () => {
  test('is HOLD_FINISHED, never a part of it and never a silent no-op', () => {
    const wallet = held()
    expect(wallet.refuses(capture('h', 7))).toEqual(['HOLD_FINISHED', {}])
    wallet.does(capture('h', 4))
    expect(wallet.refuses(release('h', 3))).toEqual(['HOLD_FINISHED', {}])
    wallet.does(release('h', 2))
    for (const late of [capture('h', 1), release('h', 1), timeOut('h')]) {
      expect(wallet.refuses(late)).toEqual(['HOLD_FINISHED', {}])
    }
  })
})

test('several holds on one lot settle without touching each other', () => {
  const wallet = walletAfter(grant('lot', 10), hold('x', 3), hold('y', 4))
  wallet.does(release('x', 3), capture('y', 4))
  expect(wallet.books('lot')).toEqual({ available: 6, spent: 4 })
})

describe('a time-out', () => {
  test('gives back all that is still held and leaves what was spent', () => {
    const wallet = held()
    wallet.does(capture('h', 2))
    wallet.at(9).does(timeOut('h'))
    expect(wallet.state.holds[0]).toMatchObject({ captured: 2, released: 4, finishedAt: 9 })
    expect([wallet.books('a'), wallet.books('b'), wallet.books('c')]).toEqual([
      { spent: 1 },
      { available: 1, spent: 1 },
      { available: 10 },
    ])
  })

  test('is our failure: what comes back late is in grace', () => {
    const wallet = held()
    wallet.at(10 * day).does(timeOut('h'))
    expect(wallet.books('a')).toEqual({ moved: 1 })
    expect(wallet.descendant('a', 'grace')).toMatchObject({ available: 1, expiresAt: 17 * day })
  })
})

test('a hold that is not there is NOT_FOUND, however it is settled', () => {
  for (const settling of [capture('h', 1), release('h', 1), timeOut('h'), refund('h', 1)]) {
    expect(new WalletSteps().refuses(settling)).toEqual(['NOT_FOUND', {}])
  }
})

test.each([-1, 0.5])('settling %s credits is a programming error', (credits) => {
  expect(() => held().does(capture('h', credits))).toThrow(/whole credits/)
  expect(() => held().does(release('h', credits))).toThrow(/whole credits/)
})
