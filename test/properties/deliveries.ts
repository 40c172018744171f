/**
 * In which order a life's events come: each number is an event, in the order in which they were made. An event comes at least
 * once, and may come again.
 */
export type Order = readonly number[]

/** Up to so many events every order that has each of them once or twice is gone through: 2, 14 or 222 of them. */
const allRepeatsUpTo = 3
/** Up to so many events every order that has each of them once is gone through: 24, 120 or 720 of them. */
export const allOrdersUpTo = 6

/**
 * Every order of so many events, up to six; beyond that `samples` random ones, each of whose events comes twice with a chance of
 * one half. Of four to six events none comes twice here: whoever goes through these has all that came come again after each
 * event, and sees that it changes nothing; so no event that comes again, at whatever place and however often, can.
 */
export function allOrders(events: number, samples: number, random: () => number): Order[] {
  if (events <= allRepeatsUpTo) return onceOrTwice(events)
  if (events <= allOrdersUpTo) return permutations(events)
  return randomOrders(events, samples, random)
}

/** So many orders: the one in which the events were made backwards, and random ones. */
export function someOrders(events: number, samples: number, random: () => number): Order[] {
  return [upTo(events).toReversed(), ...randomOrders(events, samples - 1, random)].slice(0, samples)
}

export function permutations(events: number): Order[] {
  if (events === 0) return [[]]
  return permutations(events - 1).flatMap((order) =>
    upTo(events).map((place) => [...order.slice(0, place), events - 1, ...order.slice(place)]),
  )
}

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
