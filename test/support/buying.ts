import { randomUUID } from 'node:crypto'
import type { DbProvider } from 'server/platform/db'
import type { Caller } from './caller.ts'
import { MemoryHand } from './memory-hand.ts'
import { MemoryBooks, memoryProvider } from './memory-provider.ts'
import { startTestApp, type TestApp, type TestAppOptions } from './test-app.ts'
import type { TestDatabase } from './test-database.ts'

/** A server whose payment provider has its books in memory, a guest who buys there, and the hand that pays. */
export interface Buying {
  app: TestApp<TestDatabase>
  books: MemoryBooks
  hand: MemoryHand
  client: Caller
  /** Opens a checkout of a pack. Answers its id. */
  open(packId?: string, intentId?: string): Promise<string>
  /** Agrees to a plan and pays for its first period. Answers the subscription. */
  subscribe(planId: string): Promise<string>
  /** Time passes up to a moment. */
  goTo(moment: string): void
  /** Delivers what happened at the provider, and waits until it is applied. */
  applied(): Promise<void>
  /** The same, then time's sweep runs, and what it led to at the provider is applied, too. */
  settle(): Promise<void>
}

interface BuyingOptions extends Omit<TestAppOptions, 'payments'> {
  /** When the guest comes, if not as the test's clock begins. */
  begin?: string
}

export async function startBuying(database: DbProvider = 'sqlite', { begin, ...options }: BuyingOptions = {}): Promise<Buying> {
  const books = new MemoryBooks()
  const hand = new MemoryHand(books)
  const app = await startTestApp({ ...options, database, payments: memoryProvider(books) })
  const goTo = (moment: string) => app.clock.advance({ ms: Date.parse(moment) - app.clock.now().getTime() })
  if (begin !== undefined) goTo(begin)
  const { client } = await app.guest()
  const applied = async () => {
    await hand.deliverNew()
    await app.app.inbox.runDue()
  }
  const settle = async () => {
    await applied()
    await app.app.sweeper.runDue()
    await applied()
  }
  return {
    ...{ app, books, hand, client, goTo, applied, settle },
    open: async (packId = 'pack-100', intentId = randomUUID()) => (await client.packs.checkout.mutate({ packId, intentId })).id,
    subscribe: async (planId) => {
      await client.plans.subscribe.mutate({ planId, intentId: randomUUID() })
      hand.pay()
      await settle()
      return [...books.subscriptions.keys()].at(-1) ?? ''
    },
  }
}
