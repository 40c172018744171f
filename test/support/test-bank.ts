import { randomUUID } from 'node:crypto'
import type { OrderedThing, ProviderEvent } from 'server/payments/provider'
import { createTestCheckout, type TestCheckoutProvider } from 'server/payments/providers/test-checkout/test-checkout'
import type { Db, DbProvider } from 'server/platform/db'
import { randomIds } from 'server/platform/ids'
import { createLog } from 'server/platform/log'
import { TestClock } from './test-clock.ts'
import { openTestDatabase } from './test-database.ts'

export const packOf100 = {
  kind: 'pack',
  id: 'pack-100',
  version: 1,
  credits: 100,
  price: { amount: 900, currency: 'EUR' },
} satisfies OrderedThing
export const monthlyPlan = {
  kind: 'plan',
  plan: { id: 'month-120', version: 1, credits: 120, price: { amount: 960, currency: 'EUR' }, interval: 'month' },
} satisfies OrderedThing
export const payAsYouGo = { kind: 'metered', version: 1, creditPrice: { amount: 10, currency: 'EUR' } } satisfies OrderedThing

export interface TestBank {
  provider: TestCheckoutProvider
  clock: TestClock
  db: Db
  customer: string
  /** What Toile was told, in order. */
  told: ProviderEvent[]
  /** As long as it is true, no event is taken. */
  deaf: { now: boolean }
  /** Opens a checkout; answers what the provider calls it. */
  open(thing: OrderedThing): Promise<string>
  /** Agrees to a plan or pay-as-you-go; answers what the provider calls the subscription. */
  subscribe(thing: OrderedThing): Promise<string>
  close(): Promise<void>
}

/** The test checkout by itself, with nobody behind its events, on a database of its own. */
export async function openTestBank(database: DbProvider, start?: string): Promise<TestBank> {
  const { db, close } = await openTestDatabase(database)
  const clock = new TestClock(start)
  const told: ProviderEvent[] = []
  const deaf = { now: false }
  const deliver = async (event: ProviderEvent) => {
    if (deaf.now) throw new Error('nobody takes events now')
    told.push(event)
  }
  const wiring = { db, clock, ids: randomIds, log: createLog('silent'), baseUrl: () => 'http://127.0.0.1', deliver }
  const provider = createTestCheckout({ anywhere: false })(wiring)
  const customer = await provider.customer({ accountId: randomUUID(), email: null })
  const open = async (thing: OrderedThing) => {
    const order = { key: randomUUID(), accountId: '', customer, thing, returnUrl: 'http://127.0.0.1/checkout/done/1' }
    return (await provider.openCheckout(order)).reference
  }
  const subscribe = async (thing: OrderedThing) => {
    const checkout = await open(thing)
    await provider.hand.decide(checkout, 'succeed')
    const { subscription } = await provider.readCheckout(checkout)
    if (subscription === null) throw new Error('the checkout brought no subscription')
    return subscription
  }
  return { provider, clock, db, customer, told, deaf, open, subscribe, close }
}
