import type { DbProvider } from 'server/platform/db'
import { verifyLedger } from 'server/wallet/verify'
import { beforeAll, describe, expect, test } from 'vitest'
import { randomNumbers } from '../support/random.ts'
import { databases } from '../support/test-database.ts'
import { allOrders, someOrders } from './deliveries.ts'
import { openWorld } from './life-world.ts'
import { afterwards, interleaved, type Living, live, type Manner } from './living.ts'
import type { PayingPerson } from './paying-person.ts'
import { type Life, lives } from './payment-lives.ts'
import { type AccountState, endsOf, sightOf, statesOf } from './state-of-account.ts'

/*
 * Each life is lived by many people side by side, at a real server on each database, with Stripe's own SDK on the way. They differ
 * in nothing but when, in which order and how often what Stripe tells arrives. To some all of it comes afterwards (at the life's
 * end, or just before they do something that needs it); to others anywhere in between. Of the latter only what a designer sees is
 * compared: credits that ended before their payment's undoing was heard of are `expired`, those after it `clawedBack`, and both
 * are right.
 *
 * LIVES=<n> asks for n people a life and manner, LIVES=all for every order of up to six events and 500 random ones beyond; LIFE
 * for the lives with these words in their name; LIFE_SEED for the orders of a run that failed.
 */
const asked = process.env.LIVES ?? '6'
const seed = Number(process.env.LIFE_SEED ?? Date.now() % 1_000_000)
const chosen = lives.filter(({ name }) => name.includes(process.env.LIFE ?? ''))
const samples = 500

interface Ended {
  living: Living<PayingPerson>
  how: 'afterwards' | 'interleaved'
  arrivals: string
  state: AccountState
}

/** How many live each life in each manner. */
interface Crowd {
  afterwards: number
  interleaved: number
}

function crowdOf(events: number[]): Crowd {
  if (asked !== 'all') return { afterwards: Number(asked), interleaved: Math.ceil(Number(asked) / 2) }
  const orders = events.map((count) => allOrders(count, samples, randomNumbers(seed)).length)
  return { afterwards: Math.max(1, ...orders), interleaved: samples / 5 }
}

/** Who lives a life: nobody's orders depend on how many others there are. */
function mannersOf(life: Life, { afterwards: first, interleaved: others }: Crowd): { how: Ended['how']; manner: Manner }[] {
  const random = (i: number) => randomNumbers(seed + 1000 * lives.indexOf(life) + i)
  const ordersOf = new Map<number, ReturnType<typeof allOrders>>()
  const orders = (events: number) => {
    const known =
      ordersOf.get(events) ?? (asked === 'all' ? allOrders : someOrders)(events, asked === 'all' ? samples : first, random(-1))
    ordersOf.set(events, known)
    return known
  }
  return [
    ...Array.from({ length: first }, (_, i) => ({
      how: 'afterwards' as const,
      manner: afterwards((events) => orders(events)[i % orders(events).length] ?? [], random(i)),
    })),
    ...Array.from({ length: others }, (_, i) => ({
      how: 'interleaved' as const,
      manner: interleaved([0.9, 0.5, 0.15][i % 3] ?? 0.5, random(first + i)),
    })),
  ]
}

async function liveAll(provider: DbProvider, crowds: Map<Life, Crowd>): Promise<Ended[]> {
  const world = await openWorld(provider)
  const began = performance.now()
  try {
    const manners = chosen.flatMap((life) => mannersOf(life, crowds.get(life) ?? crowdOf([])).map((one) => ({ life, ...one })))
    const persons = await world.people(manners.length)
    const people = persons.flatMap((person, i) => {
      const one = manners[i]
      if (one === undefined) return []
      const { life, how, manner } = one
      return [
        {
          how,
          living: { life, person, manner, step: 0, wakesAt: world.now(), waiting: [], arrived: [], order: [], failure: null },
        },
      ]
    })
    const hows = new Map<Living<PayingPerson>, Ended['how']>(people.map(({ how, living }) => [living, how]))
    const ended: Ended[] = []
    const over = async (now: Living<PayingPerson>[]) => {
      const { db } = world.database
      const states = await statesOf(
        db,
        now.map(({ person }) => person.accountId),
        new Date(world.now()),
      )
      expect(await verifyLedger(db)).toEqual([])
      now.forEach((living, i) => {
        const state = states[i]
        const how = hows.get(living)
        if (state && how) ended.push({ living, how, state, arrivals: living.order.map((round) => round.join('+')).join(' ') })
      })
      world.leave(now.map(({ person }) => person))
    }
    await live(
      world,
      people.map(({ living }) => living),
      over,
    )
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${provider}: ${people.length} people lived ${chosen.length} lives, ${world.arrivals()} events arrived (LIFE_SEED=${seed}), ${seconds} s`,
    )
    return ended
  } finally {
    await world.close()
  }
}

describe('however the events of a payment’s life arrive', () => {
  let all: (Ended & { provider: DbProvider })[]

  beforeAll(async () => {
    const crowds = new Map(chosen.map((life) => [life, crowdOf([])]))
    const results = await Promise.all(databases.map((provider) => liveAll(provider, crowds)))
    all = results.flatMap((ended, i) => ended.map((one) => ({ ...one, provider: databases[i] ?? 'sqlite' })))
  })

  test.each(chosen)('$name: it ends as it must, in one state, on both databases', (life) => {
    const ended = all.filter(({ living }) => living.life === life)
    const first = ended[0]
    if (first === undefined) throw new Error('Nobody lived it')
    for (const { living, how, provider, arrivals, state } of ended) {
      const told = `${provider}, ${how}, LIFE_SEED=${seed}, as it came: ${arrivals}`
      if (living.failure !== null) throw new Error(told, { cause: living.failure })
      expect(endsOf(state, life.ends), told).toEqual(life.ends)
      if (how === 'afterwards') expect(state, told).toEqual(first.state)
      else expect(sightOf(state), told).toEqual(sightOf(first.state))
    }
  })
})
