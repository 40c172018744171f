import type { DbProvider } from 'server/platform/db'
import { verifyLedger } from 'server/wallet/verify'
import { randomNumbers } from '../support/random.ts'
import { databases } from '../support/test-database.ts'
import { allOrders, allOrdersUpTo, type Order, someOrders } from './deliveries.ts'
import { LateAnswers } from './late-answers.ts'
import { type LifeWorld, openWorld } from './life-world.ts'
import { type Living, live, type Manner } from './living.ts'
import { afterwards, interleaved } from './manners.ts'
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
  /** Where they had heard all so far: on their way, and at the end. */
  states: AccountState[]
  /** Where they had heard some of few events, by which. */
  partly: ReadonlyMap<string, AccountState>
}

/** How many live a life in each manner; `orders` names those of who hears of it afterwards. */
interface Crowd {
  afterwards: number
  interleaved: number
  orders: (events: number) => Order[]
}

/** Random orders beyond eight events, where all are asked for, with all that is told afterwards; and as life goes on. */
const samples = 400
const interleavings = { few: 30, many: 100 }
/** People in one world: more would slow each other down. */
const worldful = 120
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
      return liveAll(provider, rolesOf(lived, crowdOf, seed + i))
    }),
  )
  return results.flat()
}

/** What goes through every order of up to eight events that come together, and 500 random ones in all beyond, on each database. */
export async function liveInEveryOrder(life: Life, seed: number): Promise<Ended[]> {
  const together: number[] = []
  const sounding = (events: number): Order[] => {
    together.push(events)
    return someOrders(events, 1, randomNumbers(seed))
  }
  await liveAll(
    'sqlite',
    rolesOf([life], () => ({ afterwards: 1, interleaved: 0, orders: sounding }), seed),
  )
  const all = new Map(together.map((events) => [events, allOrders(events, samples, randomNumbers(seed))]))
  const most = Math.max(1, ...[...all.values()].map((orders) => orders.length))
  const orders = (events: number) => {
    const known = all.get(events)
    if (known === undefined) throw new Error(`${events} events came together, and not ${together.join(' or ')}`)
    return known
  }
  const many = together.some((events) => events > allOrdersUpTo)
  const crowdOf = () => ({ afterwards: most, interleaved: many ? interleavings.many : interleavings.few, orders })
  const ended: Ended[] = []
  const onBoth = databases.map((provider) => ({ provider, roles: rolesOf([life], crowdOf, seed) }))
  for (let from = 0; onBoth.some(({ roles }) => roles.length > from); from += worldful) {
    const lived = onBoth.map(({ provider, roles }) => liveAll(provider, roles.slice(from, from + worldful)))
    ended.push(...(await Promise.all(lived)).flat())
  }
  console.log(`“${life.name}”: ${together.join(', ')} events together, in ${most} orders; ${ended.length} people`)
  return ended
}

/** Two servers share each database; what the second one reads comes late, when the first has read what is newer. */
export async function liveWithLateAnswers(lived: Life[], people: number, seed: number): Promise<Ended[]> {
  const crowd = { afterwards: 0, interleaved: people, orders: () => [] }
  const results = await Promise.all(
    databases.map((provider, i) =>
      liveAll(
        provider,
        rolesOf(lived, () => crowd, seed + i),
        new LateAnswers(randomNumbers(seed + i)),
      ),
    ),
  )
  return results.flat()
}

interface Role {
  life: Life
  manner: Manner
}

async function liveAll(provider: DbProvider, roles: Role[], late: LateAnswers | null = null): Promise<Ended[]> {
  const world = await openWorld(provider, late)
  const [began, used] = [performance.now(), process.cpuUsage()]
  try {
    const persons = await world.people(roles.length)
    const people = persons.flatMap((person, i) => {
      const role = roles[i]
      return role === undefined ? [] : [{ ...role, person, ...born, wakesAt: world.now(), waiting: [], arrived: [], order: [] }]
    })
    const states = new Map<PayingPerson, AccountState[]>()
    const look = async (now: Living<PayingPerson>[]) => {
      for (const [person, state] of await seen(world, now)) states.set(person, [...(states.get(person) ?? []), state])
    }
    const partly = new Map(persons.map((person) => [person, new Map<string, AccountState>()]))
    const ended: Ended[] = []
    await live(world, people, {
      partly: async (now) => {
        const found = await statesNow(
          world,
          now.map(({ living }) => living.person),
        )
        for (const [i, { living, having }] of now.entries()) {
          const state = found[i]
          if (state !== undefined) partly.get(living.person)?.set(having, state)
        }
      },
      heard: look,
      over: async (now) => {
        await look(now)
        world.leave(now.map(({ person }) => person))
        for (const { life, manner, order, failure, person } of now) {
          const heard = order.map((round) => round.join('+')).join(' ')
          const of = { states: states.get(person) ?? [], partly: partly.get(person) ?? new Map() }
          ended.push({ life, how: manner.how, provider, heard, failure, ...of })
        }
      },
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const { user, system } = process.cpuUsage(used)
    const cpu = ((user + system) / 1e6).toFixed(1)
    console.log(
      `${provider}: ${people.length} people, ${world.arrivals()} events arrived, ${seconds} s, ${cpu} s of the processor`,
    )
    return ended
  } finally {
    await world.close()
  }
}

const born = { step: 0, failure: null }

/** Nobody's orders depend on how many others there are. */
function rolesOf(lived: Life[], crowdOf: (life: Life) => Crowd, seed: number): Role[] {
  return lived.flatMap((life) => mannersOf(life, crowdOf(life), seed).map((manner) => ({ life, manner })))
}

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

/** What is there of somebody where they have heard all; the books of everybody must be sound. */
async function seen(world: LifeWorld, people: Living<PayingPerson>[]): Promise<[PayingPerson, AccountState][]> {
  const { db } = world.database
  const faults = await verifyLedger(db)
  if (faults.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(faults)}`)
  const persons = people.map(({ person }) => person)
  const states = await statesNow(world, persons)
  return persons.flatMap((person, i) => {
    const state = states[i]
    return state === undefined ? [] : [[person, state]]
  })
}

const statesNow = ({ database, now }: LifeWorld, people: PayingPerson[]) =>
  statesOf(
    database.db,
    people.map(({ accountId }) => accountId),
    new Date(now()),
  )
