import { allOrdersUpTo, type Order, shuffled } from './deliveries.ts'
import { byMaking, type Manner, type Told } from './living.ts'

/**
 * All events come where they must have, in an order of their own; some that came before come again among them, and some come
 * twice at the same moment. Where they are many, some come with the one before. After each delivery all that have come, or one of
 * many, come again.
 */
export function afterwards(orderOf: (events: number) => Order, random: () => number): Manner {
  const together = [0.5, 0.8, 0.95][Math.floor(random() * 3)] ?? 0
  return {
    how: 'afterwards',
    inBetween: () => [],
    atLast: ({ waiting, arrived }) => {
      const events = waiting.toSorted(byMaking)
      const before = arrived.filter(() => random() < 0.2)
      const ordered = withAmong(
        orderOf(events.length).flatMap((i) => events[i] ?? []),
        before,
        random,
      )
      const deliveries = ordered.map((event) => (random() < 0.2 ? [event, event] : [event]))
      return events.length <= allOrdersUpTo ? deliveries : someTogether(deliveries, together, random)
    },
    again: (fresh) => (fresh.length <= allOrdersUpTo ? fresh : [...fresh].splice(Math.floor(random() * fresh.length), 1)),
  }
}

/**
 * Each event comes anywhere after it was made, and perhaps again later; sometimes several at once.
 * @param eager the chance of an event that waits, each time
 */
export function interleaved(eager: number, random: () => number): Manner {
  const come = (events: Told[]) => (random() < 0.5 ? [events] : shuffled(events, random).map((event) => [event]))
  return {
    how: 'interleaved',
    inBetween: ({ waiting, arrived }) => {
      const coming = [...waiting.filter(() => random() < eager), ...arrived.filter(() => random() < 0.05)]
      return coming.length === 0 ? [] : come(coming)
    },
    atLast: ({ waiting, arrived }) => come([...waiting, ...arrived.filter(() => random() < 0.2)]),
    again: () => [],
  }
}

function withAmong<T>(ordered: readonly T[], more: readonly T[], random: () => number): T[] {
  const mixed = [...ordered]
  for (const item of more) mixed.splice(Math.floor(random() * (mixed.length + 1)), 0, item)
  return mixed
}

/** @param chance that one comes with the one before */
function someTogether<T>(deliveries: readonly T[][], chance: number, random: () => number): T[][] {
  return deliveries.reduce<T[][]>((rounds, delivery) => {
    if (rounds.length > 0 && random() < chance) rounds.at(-1)?.push(...delivery)
    else rounds.push([...delivery])
    return rounds
  }, [])
}
