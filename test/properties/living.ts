import { allOrdersUpTo } from './deliveries.ts'
import type { Life, Person } from './payment-lives.ts'

/** What a provider told, waiting to arrive. */
export interface Told {
  id: string
  type: string
}

/** Somebody who lives a life. */
export interface Living<Somebody extends Person = Person> {
  life: Life
  person: Somebody
  manner: Manner
  /** The step that comes next. */
  step: number
  /** Nothing is done before, ms since 1970. */
  wakesAt: number
  /** Told, and not arrived. */
  waiting: Told[]
  /** Has arrived; it may come again. */
  arrived: Told[]
  /** What came in which order, for whoever reads of a failure: those of one array at the same time. */
  order: string[][]
  /** Why it could not go on. */
  failure: unknown
}

/** In which order somebody's events arrive; those of one array at the same time. */
export interface Manner {
  how: 'afterwards' | 'interleaved'
  /** Between two steps, and as time goes by. */
  inBetween(living: Living): Told[][]
  /** Where all must have arrived. */
  atLast(living: Living): Told[][]
  /**
   * What comes again after a delivery, and must change nothing.
   * @param fresh what has arrived since it was last asked what arrives
   */
  again(fresh: Told[]): Told[]
}

/** Where they live: all in one time, at one server, each with their own account. */
export interface World<Somebody extends Person = Person> {
  now(): number
  /** Goes on to a moment; what time alone changes is swept. */
  passTo(moment: number): Promise<void>
  /** What was told of somebody since it was last asked. */
  toldOf(person: Somebody): Told[]
  arrive(events: Told[]): Promise<void>
  /** What has arrived is worked on. */
  settle(): Promise<void>
  /** Events that have arrived before arrive once more. Throws where that changes anything. */
  arriveAgain(events: Told[]): Promise<void>
  /** Nothing that has arrived is left to be done; throws where something cannot be. */
  calm(): Promise<void>
}

/** People who do something at the same time: more would only wait for each other. */
const crowd = 32

/** Is asked for those who have heard all that was told of them, on their way and where their lives end; and for those on the way there. */
export interface Witness<Somebody extends Person> {
  /** They are to hear few events, and have heard some of them: `having` names which. */
  partly(people: { living: Living<Somebody>; having: string }[]): Promise<void>
  heard(people: Living<Somebody>[]): Promise<void>
  over(ended: Living<Somebody>[]): Promise<void>
}

/** Lets all live to the end of their lives. */
export async function live<Somebody extends Person>(
  world: World<Somebody>,
  people: Living<Somebody>[],
  witness: Witness<Somebody>,
): Promise<void> {
  let alive = people
  while (alive.length > 0) {
    const awake = alive.filter((living) => living.wakesAt <= world.now())
    await act(world, awake, witness)
    const ended = awake.filter(({ life, step, wakesAt }) => step === life.steps.length && wakesAt <= world.now())
    await hear(world, ended, ({ manner }) => manner.atLast, witness)
    if (ended.length > 0) await world.calm().then(() => witness.over(ended))
    alive = alive.filter((living) => !ended.includes(living))
    if (alive.length === 0) return
    await world.passTo(Math.min(...alive.map(({ wakesAt }) => wakesAt)))
    await hear(world, alive, ({ manner }) => manner.inBetween, witness)
  }
}

/** Everybody does what comes next, until time must pass for them or their life is over. */
async function act<Somebody extends Person>(
  world: World<Somebody>,
  people: Living<Somebody>[],
  witness: Witness<Somebody>,
): Promise<void> {
  let busy = people
  while (busy.length > 0) {
    const doing = busy.flatMap((living) => {
      const step = living.life.steps[living.step]
      return step === undefined ? [] : [{ living, step }]
    })
    await inCrowds(doing, async ({ living, step }) => {
      living.step += 1
      if ('does' in step) await step.does(living.person).catch((error: unknown) => fail(living, error))
      if ('passes' in step) living.wakesAt = world.now() + step.passes
    })
    const listening = doing.filter(({ step }) => !('passes' in step && !('does' in step)))
    const all = listening.filter(({ step }) => step.what === 'heard').map(({ living }) => living)
    const some = listening.filter(({ step }) => step.what !== 'heard').map(({ living }) => living)
    await hear(world, all, ({ manner }) => manner.atLast, witness)
    if (all.length > 0) await world.calm().then(() => witness.heard(all))
    await hear(world, some, ({ manner }) => manner.inBetween, witness)
    busy = listening.map(({ living }) => living)
  }
}

/** Their life is over here; the others' goes on. */
function fail(living: Living, error: unknown): void {
  const step = living.life.steps[living.step - 1]
  living.failure = new Error(`“${living.life.name}” did not go on: ${step?.what}`, { cause: error })
  living.step = living.life.steps.length
}

/** One delivery of each person after the other, of all persons side by side. */
async function hear<Somebody extends Person>(
  world: World<Somebody>,
  people: Living<Somebody>[],
  how: (living: Living<Somebody>) => Manner['atLast'],
  witness: Witness<Somebody>,
): Promise<void> {
  for (const living of people) living.waiting.push(...world.toldOf(living.person))
  const queues = people.map((living) => {
    const deliveries = how(living)(living)
    const coming = new Set(deliveries.flat())
    const news = living.waiting.filter((event) => coming.has(event)).toSorted(byMaking)
    living.waiting = living.waiting.filter((event) => !coming.has(event))
    living.order.push(...deliveries.map((events) => events.map(({ type }) => type)))
    return { living, deliveries, news, fresh: new Set<Told>() }
  })
  const rounds = Math.max(0, ...queues.map(({ deliveries }) => deliveries.length))
  for (let round = 0; round < rounds; round++) {
    const hearing = queues.filter(({ deliveries }) => deliveries.length > round)
    await world.arrive(hearing.flatMap(({ deliveries }) => deliveries[round] ?? []))
    await world.settle()
    const again = hearing.flatMap(({ living, deliveries, fresh }) => {
      for (const event of deliveries[round] ?? []) fresh.add(event)
      living.arrived = [...new Set([...living.arrived, ...fresh])]
      return living.manner.again([...fresh])
    })
    if (again.length > 0) await world.arriveAgain(again)
    const few = hearing.filter(({ living, news }) => living.manner.how === 'afterwards' && news.length <= allOrdersUpTo)
    await witness.partly(few.map(({ living, news, fresh }) => ({ living, having: havingHeard(living, news, fresh) })))
  }
}

function havingHeard({ step }: Living, news: Told[], fresh: Set<Told>): string {
  const types = news.map((event, i) => (fresh.has(event) ? `${i + 1} ${event.type}` : '')).filter((word) => word !== '')
  return `before step ${step + 1}, of ${news.length} events ${types.join(', ')}`
}

export const byMaking = (a: Told, b: Told) => (a.id < b.id ? -1 : 1)

export async function inCrowds<Item>(items: Item[], each: (item: Item) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += crowd) await Promise.all(items.slice(i, i + crowd).map(each))
}
