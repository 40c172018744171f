import type { DbProvider } from 'server/platform/db'
import { verifyLedger } from 'server/wallet/verify'
import { randomNumbers } from '../support/random.ts'
import { databases } from '../support/test-database.ts'
import { allOrders, type Order, someOrders } from './deliveries.ts'
import { LateAnswers } from './late-answers.ts'
import { openWorld } from './life-world.ts'
import { afterwards, interleaved, type Living, live, type Manner } from './living.ts'
import type { PayingPerson } from './paying-person.ts'
import { type Life, lives } from './payment-lives.ts'
import { type AccountState, statesOf } from './state-of-account.ts'

/** How somebody's life ended, and in which order they heard of it. */
export interface Ended {
  life: Life
  how: Manner['how']
  provider: DbProvider
  /** Types of events; those that came at the same time are joined by a plus. */
  heard: string
  failure: unknown
  state: AccountState
}

/** How many live a life in each manner; `orders` names those of who hears of it afterwards. */
interface Crowd {
  afterwards: number
  interleaved: number
  orders: (events: number) => Order[]
}

/** Random orders beyond six events, where all are asked for; and as many again, in five, interleaved. */
const samples = 500
/** A life of more steps is a long one. */
const shortSteps = 5
/** How eager events are to come in between. */
const eagerness = [0.5, 0.9, 0.15]

/**
 * So many people a life and manner; each database has orders of its own. Where it is one, longer lives are lived in one manner a
 * run, the other in the next: they are as much work as many short ones.
 */
export async function liveSome(lived: Life[], people: number, seed: number): Promise<Ended[]> {
  const results = await Promise.all(
    databases.map((provider, i) => {
      const random = randomNumbers(seed + i)
      const orders = (events: number) => someOrders(events, people, random)
      const crowdOf = (life: Life) => {
        if (people > 1 || life.steps.length <= shortSteps) return { afterwards: people, interleaved: people, orders }
        const turn = (seed + lives.indexOf(life)) % 2
        return { afterwards: turn, interleaved: 1 - turn, orders }
      }
      return liveAll(provider, lived, crowdOf, seed + i)
    }),
  )
  return results.flat()
}

/** Every order of up to six events that come together, and 500 random ones beyond. */
export async function liveInEveryOrder(life: Life, seed: number): Promise<Ended[]> {
  const together = new Set<number>()
  const sounding = (events: number): Order[] => {
    together.add(events)
    return someOrders(events, 1, randomNumbers(seed))
  }
  await liveAll('sqlite', [life], () => ({ afterwards: 1, interleaved: 0, orders: sounding }), seed)
  const all = new Map([...together].map((events) => [events, allOrders(events, samples, randomNumbers(seed))]))
  const most = Math.max(1, ...[...all.values()].map((orders) => orders.length))
  const crowd = { afterwards: most, interleaved: samples / 5, orders: (events: number) => all.get(events) ?? [] }
  const results = await Promise.all(databases.map((provider) => liveAll(provider, [life], () => crowd, seed)))
  console.log(`“${life.name}”: ${[...together].join(' and ')} events together, in ${most} orders`)
  return results.flat()
}

/** Two servers share each database; what the second one reads comes late, when the first has read what is newer. */
export async function liveWithLateAnswers(lived: Life[], people: number, seed: number): Promise<Ended[]> {
  const crowd = { afterwards: 0, interleaved: people, orders: () => [] }
  const results = await Promise.all(
    databases.map((provider, i) => liveAll(provider, lived, () => crowd, seed + i, new LateAnswers(randomNumbers(seed + i)))),
  )
  return results.flat()
}

async function liveAll(
  provider: DbProvider,
  lived: Life[],
  crowdOf: (life: Life) => Crowd,
  seed: number,
  late: LateAnswers | null = null,
): Promise<Ended[]> {
  const world = await openWorld(provider, late)
  const began = performance.now()
  try {
    const all = lived.flatMap((life) => mannersOf(life, crowdOf(life), seed).map((manner) => ({ life, manner })))
    const persons = await world.people(all.length)
    const people = persons.flatMap((person, i) => {
      const one = all[i]
      return one === undefined ? [] : [{ ...one, person, ...born, wakesAt: world.now(), waiting: [], arrived: [], order: [] }]
    })
    const ended: Ended[] = []
    await live(world, people, async (now) => {
      ended.push(...(await look(world.database.db, provider, now, world.now())))
      world.leave(now.map(({ person }) => person))
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${provider}: ${people.length} people, ${lived.length} lives, ${world.arrivals()} events arrived, ${seconds} s`)
    return ended
  } finally {
    await world.close()
  }
}

const born = { step: 0, failure: null }

/** Nobody's orders depend on how many others there are. */
function mannersOf(life: Life, crowd: Crowd, seed: number): Manner[] {
  const random = (i: number) => randomNumbers(seed + 1000 * (1 + lives.indexOf(life)) + i)
  const orderOf = (i: number) => (events: number) => {
    const orders = crowd.orders(events)
    return orders[i % orders.length] ?? []
  }
  return [
    ...Array.from({ length: crowd.afterwards }, (_, i) => afterwards(orderOf(i), random(i))),
    ...Array.from({ length: crowd.interleaved }, (_, i) =>
      interleaved(eagerness[i % eagerness.length] ?? 1, random(samples * 10 + i)),
    ),
  ]
}

/** What is there at the end of a life; the books of all, ended or not, must be sound. */
async function look(
  db: Parameters<typeof verifyLedger>[0],
  provider: DbProvider,
  ended: Living<PayingPerson>[],
  now: number,
): Promise<Ended[]> {
  const faults = await verifyLedger(db)
  if (faults.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(faults)}`)
  const states = await statesOf(
    db,
    ended.map(({ person }) => person.accountId),
    new Date(now),
  )
  return ended.flatMap(({ life, manner, order, failure }, i) => {
    const state = states[i]
    const heard = order.map((round) => round.join('+')).join(' ')
    return state === undefined ? [] : [{ life, how: manner.how, provider, heard, failure, state }]
  })
}
