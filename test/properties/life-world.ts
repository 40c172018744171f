import type { ProviderWiring } from 'server/payments/provider'
import { createStripe } from 'server/payments/providers/stripe/stripe'
import type { DbProvider } from 'server/platform/db'
import { createLog } from 'server/platform/log'
import { createJournal } from 'server/wallet/journal'
import { verifyLedger } from 'server/wallet/verify'
import { createWallet } from 'server/wallet/wallet'
import type { StripeEvent } from '../support/fake-stripe/events.ts'
import { type FakeStripe, startFakeStripe } from '../support/fake-stripe/fake-stripe.ts'
import { differing, rowsOf } from '../support/rows-of.ts'
import { Stack } from '../support/stack.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import type { TestDatabase } from '../support/test-database.ts'
import type { LateAnswers } from './late-answers.ts'
import { inCrowds, type Told, type World } from './living.ts'
import { createPerson, type PayingPerson } from './paying-person.ts'

const beginning = new Date('2027-01-31T10:00:00.000Z')
/** What the webhook takes without keeping it has no order to be tried. */
const unheard = /^charge\.(succeeded|failed)$/

/** The real server on a real database, the fake Stripe, and one clock for both. */
export interface LifeWorld extends World<PayingPerson> {
  database: TestDatabase
  stripe: FakeStripe
  people(count: number): Promise<PayingPerson[]>
  /** Nothing more becomes of them; the others' time goes on. */
  leave(people: PayingPerson[]): void
  /** Events that arrived, each time one did. */
  arrivals(): number
  close(): Promise<void>
}

/** @param late a second server beside the first, what it reads comes late; without it there is one server */
export async function openWorld(provider: DbProvider, late: LateAnswers | null = null): Promise<LifeWorld> {
  const stack = new Stack()
  let app: TestApp<TestDatabase> | null = null
  const stripe = stack.add(await startFakeStripe({ at: beginning, signedAt: () => app?.clock.now() ?? beginning }), (fake) =>
    fake.close(),
  )
  let servers = 0
  const payments = (wiring: ProviderWiring) => {
    servers += 1
    const real = createStripe(stripe.settings)(wiring)
    return late !== null && servers === 2 ? late.of(real) : real
  }
  const started = stack.add(await startTestApp({ database: provider, trialCredits: 0, payments }), (one) => one.close())
  app = started
  const second = late === null ? null : { late, ...(await started.restart()) }
  if (second !== null) stack.add(second, (one) => one.app.close(5000))
  const { clock, database, url } = started
  clock.advance({ ms: beginning.getTime() - clock.now().getTime() })
  const { db } = database
  // As the tests' PostgreSQL: no power cut could harm them, and thousands of commits need not wait for the disk.
  if (provider === 'sqlite') await db.write.$queryRawUnsafe('PRAGMA synchronous = OFF')
  const journal = createJournal({ db, clock, log: createLog('silent'), onCommitted: () => {} })
  const wallet = createWallet({ db, clock, journal })
  const told = tellers(stripe)
  let arrivals = 0
  const arrive = async (events: Told[]) => {
    await inCrowds(events, async ({ id }) => {
      const status = await stripe.send(told.event(id), `${second?.late.takesIt() ? second.url : url}/webhooks/stripe`)
      if (status !== 200) throw new Error(`The webhook answered ${status}`)
    })
    arrivals += events.length
  }

  /** All that is due is applied; but what the second server has read is held back now and then, until more has happened. */
  const settle = async () => {
    await started.app.inbox.runDue()
    if (second === null) return
    second.late.releaseSometimes()
    await Promise.race([second.app.inbox.runDue(), second.late.holding()])
  }
  const calm = async () => {
    for (let tries = 0; tries < 20; tries++) {
      second?.late.release()
      await settle()
      // What could not be applied is not waited for: its time comes at once.
      const { count } = await db.write.inboxEvent.updateMany({ where: { outcome: null }, data: { nextTryAt: clock.now() } })
      if (count === 0) return
    }
    const stuck = await db.write.inboxEvent.findMany({ where: { outcome: null } })
    throw new Error(`Events could not be applied: ${JSON.stringify(stuck.map(({ type, lastError }) => ({ type, lastError })))}`)
  }
  return {
    database,
    stripe,
    now: () => clock.now().getTime(),
    passTo: async (moment) => {
      clock.advance({ ms: moment - clock.now().getTime() })
      await stripe.hand.advance(moment - stripe.now().getTime())
      await sweepAll(started)
    },
    toldOf: (person) => told.take(person.customer()),
    arrive,
    settle,
    arriveAgain: async (events) => {
      const [rows, asked] = [await rowsOf(database), stripe.asked.length]
      await arrive(events)
      await settle()
      const changed = differing(rows, await rowsOf(database))
      if (changed.length > 0) throw new Error(`Events that came again changed something:\n${changed.slice(0, 10).join('\n')}`)
      if (stripe.asked.length > asked) throw new Error('Events that came again were read back')
    },
    calm,
    people: async (count) => {
      const people: PayingPerson[] = []
      await inCrowds(Array.from({ length: count }), async () => {
        const { client } = await started.guest()
        const { accountId } = await client.account.me.query()
        people.push(createPerson({ accountId, client, stripe, wallet }))
      })
      return people
    },
    leave: (people) => {
      const gone = new Set(people.map((person) => person.customer()))
      for (const subscription of stripe.books.subscriptions.values()) {
        if (gone.has(subscription.customer)) Object.assign(subscription, { status: 'canceled', ended_at: stripe.books.now })
      }
    },
    arrivals: () => arrivals,
    close: async () => {
      await journal.drained()
      const faults = await verifyLedger(db)
      await stack.close()
      if (faults.length > 0) throw new Error(`The ledger is broken: ${JSON.stringify(faults)}`)
    },
  }
}

/** Sweeps until nothing is due any more, at this one moment: each look does a batch, and they are a minute apart. */
async function sweepAll({ app, clock, database }: TestApp<TestDatabase>): Promise<void> {
  const lookEveryMs = 60_000
  for (let looks = 0; looks < 200; looks++) {
    await app.sweeper.runDue()
    // A minute of the machine's own counting, and none of the clock's.
    clock.advance({ ms: lookEveryMs })
    clock.jump(-lookEveryMs)
    const { write } = database.db
    const due = { lookAt: { lte: clock.now() } }
    const untold = { sentAt: null, nextTryAt: { lte: clock.now() } }
    const left =
      (await write.subscription.count({ where: due })) +
      (await write.checkout.count({ where: due })) +
      (await write.useReport.count({ where: untold }))
    if (left === 0) return
  }
  throw new Error('The sweeps do not come to an end')
}

/** Hands each customer's events out as they are made. */
function tellers(stripe: FakeStripe) {
  const waiting = new Map<string, Told[]>()
  const byId = new Map<string, StripeEvent>()
  let read = 0
  const customerOf = ({ data: { object } }: StripeEvent): string | null => {
    if ('customer' in object) return object.customer
    if (!('payment_intent' in object)) return null
    return stripe.books.intents.get(object.payment_intent)?.customer ?? null
  }
  const readNew = () => {
    for (const event of stripe.events.slice(read)) {
      byId.set(event.id, event)
      const customer = customerOf(event)
      if (customer === null || unheard.test(event.type)) continue
      waiting.set(customer, [...(waiting.get(customer) ?? []), { id: event.id, type: event.type }])
    }
    read = stripe.events.length
  }
  return {
    take: (customer: string | null): Told[] => {
      readNew()
      const mine = waiting.get(customer ?? '') ?? []
      waiting.delete(customer ?? '')
      return mine
    },
    event: (id: string): StripeEvent => {
      const event = byId.get(id)
      if (event === undefined) throw new Error(`Nobody told ${id}`)
      return event
    },
  }
}
