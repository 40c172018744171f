/**
 * In which order a life's events come: each number is an event, in the order in which they were made. An event comes at least
 * once, and may come again.
 */
export type Order = readonly number[]

/** Up to so many events every order that has each of them once or twice is gone through: 2, 14 or 222 of them. */
const allRepeatsUpTo = 3
/** Up to so many events every one comes after every set of the others. */
export const allOrdersUpTo = 8

/**
 * What goes through every order of so many events, up to eight; beyond that `samples` random orders, each of whose events comes
 * twice with a chance of one half.
 *
 * Of four to eight events it is enough that each comes after every set of the others, if whoever goes through it sees that what is
 * there then depends on the set alone: step by step every order of any set leads to the same. None comes twice in these orders:
 * whoever goes through them has all that came come again after each, and sees that it changes nothing; so no event that comes
 * again, at whatever place and however often, can.
 */
export function allOrders(events: number, samples: number, random: () => number): Order[] {
  if (events <= allRepeatsUpTo) return onceOrTwice(events)
  if (events <= allOrdersUpTo) return eachAfterEverySet(events)
  return randomOrders(events, samples, random)
}

/** So many orders: the one in which the events were made backwards, and random ones. */
export function someOrders(events: number, samples: number, random: () => number): Order[] {
  return [upTo(events).toReversed(), ...randomOrders(events, samples - 1, random)].slice(0, samples)
}

/** Few orders in which each event comes after every set of the others: 12, 30, 60, 140 or 280 of four to eight. */
function eachAfterEverySet(events: number): Order[] {
  const sets: Order[] = [[]]
  for (const event of upTo(events)) sets.push(...sets.map((set) => [...set, event]))
  const steps = sets.flatMap((set) => others(set, events).map((event) => stepOf(set, event)))
  const left = new Set(steps)
  const orders: Order[] = []
  for (const set of sets) {
    for (const event of others(set, events)) {
      if (!left.has(stepOf(set, event))) continue
      const order = [...set, event]
      while (order.length < events) {
        const rest = others(order, events)
        order.push(rest.find((one) => left.has(stepOf(order, one))) ?? rest[0] ?? 0)
      }
      for (const [i, one] of order.entries()) left.delete(stepOf(order.slice(0, i), one))
      orders.push(order)
    }
  }
  return orders
}

const others = (set: Order, events: number) => upTo(events).filter((event) => !set.includes(event))

/** An event that comes after a set of others. */
export const stepOf = (set: Order, event: number) => `${set.toSorted().join()} ${event}`

/** Every order in which each event comes once or twice. */
export function onceOrTwice(events: number): Order[] {
  const orders: Order[] = []
  const go = (order: Order) => {
    if (new Set(order).size === events) orders.push(order)
    for (const event of upTo(events)) if (order.filter((one) => one === event).length < 2) go([...order, event])
  }
  go([])
  return orders
}

function randomOrders(events: number, samples: number, random: () => number): Order[] {
  return Array.from({ length: samples }, () => {
    const again = upTo(events).filter(() => random() < 0.5)
    return shuffled([...upTo(events), ...again], random)
  })
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [one, other] = [mixed[i], mixed[j]]
    if (one !== undefined && other !== undefined) [mixed[i], mixed[j]] = [other, one]
  }
  return mixed
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)
