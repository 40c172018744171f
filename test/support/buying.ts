import { randomUUID } from 'node:crypto'
import type { DbProvider } from 'server/platform/db'
import type { Caller } from './caller.ts'
import { MemoryHand } from './memory-hand.ts'
import { MemoryBooks, memoryProvider } from './memory-provider.ts'
import { startTestApp, type TestApp } from './test-app.ts'
import type { TestDatabase } from './test-database.ts'

/** A server whose payment provider has its books in memory, a guest who buys there, and the hand that pays. */
export interface Buying {
  app: TestApp<TestDatabase>
  books: MemoryBooks
  hand: MemoryHand
  client: Caller
  /** Opens a checkout of a pack. Answers its id. */
  open(packId?: string, intentId?: string): Promise<string>
  /** Delivers what happened at the provider, and waits until it is applied. */
  applied(): Promise<void>
}

export async function startBuying(database: DbProvider = 'sqlite'): Promise<Buying> {
  const books = new MemoryBooks()
  const hand = new MemoryHand(books)
  const app = await startTestApp({ database, payments: memoryProvider(books) })
  const { client } = await app.guest()
  return {
    ...{ app, books, hand, client },
    open: async (packId = 'pack-100', intentId = randomUUID()) => (await client.packs.checkout.mutate({ packId, intentId })).id,
    applied: async () => {
      await hand.deliverNew()
      await app.app.inbox.runDue()
    },
  }
}
