import { describe, expect, test } from 'vitest'
import { randomNumbers } from '../support/random.ts'
import { allOrders, onceOrTwice, someOrders, stepOf } from './deliveries.ts'

const distinct = (orders: readonly (readonly number[])[]) => new Set(orders.map((order) => order.join())).size

describe('orders of deliveries', () => {
  test('of up to three events are all in which each comes once or twice', () => {
    for (const [events, count] of [2, 14, 222].entries()) {
      const orders = onceOrTwice(events + 1)
      expect([orders.length, distinct(orders)]).toEqual([count, count])
    }
  })

  test('of up to eight events are those in which each comes after every set of the others', () => {
    for (const [events, count] of [
      [4, 12],
      [5, 30],
      [6, 60],
      [8, 280],
    ] as const) {
      const orders = allOrders(events, 0, randomNumbers(1))
      expect(orders.every((order) => order.length === events && new Set(order).size === events)).toBe(true)
      const taken = orders.flatMap((order) => order.map((event, i) => stepOf(order.slice(0, i), event)))
      expect([orders.length, new Set(taken).size]).toEqual([count, events * 2 ** (events - 1)])
    }
  })

  test('beyond that are as many random ones as are asked for, the same for the same seed', () => {
    const orders = allOrders(9, 500, randomNumbers(7))
    expect(orders).toHaveLength(500)
    expect(orders.every((order) => new Set(order).size === 9)).toBe(true)
    expect(allOrders(9, 500, randomNumbers(7))).toEqual(orders)
    expect(someOrders(9, 4, randomNumbers(7))).toHaveLength(4)
    expect(someOrders(9, 4, randomNumbers(7))[0]).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0])
  })
})
