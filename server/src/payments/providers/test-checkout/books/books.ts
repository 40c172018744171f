import type { ProviderWiring } from '../../../provider.ts'
import { createTestEvents, type TestEvents } from './events.ts'
import { createReads, type TestReads } from './read.ts'
import { createTurns, type TakeTurn } from './take-turns.ts'
import { type Turn, unknown } from './turn.ts'

/** What the test checkout keeps: who bought what, what was paid, and what has yet to be told. */
export interface TestBooks {
  read: TestReads
  /** Changes what is kept of a customer; one change at a time. */
  take: TakeTurn
  /** The same, found by what is to be changed. */
  takeOf: Record<'checkout' | 'payment' | 'subscription', TakeTurn>
  /** Who the account is here; made at the first call. */
  customer(accountId: string): Promise<string>
  /** Writes what time alone has changed, sends events again that were not taken, forgets old ones; answers how many things that were. */
  sweep(): Promise<number>
}

/** Most customers that one sweep looks after. */
const batch = 100

export function createTestBooks(wiring: ProviderWiring): TestBooks {
  const { db, clock, ids } = wiring
  const events = createTestEvents(wiring)
  const take = createTurns(wiring, events)
  const by = (find: (reference: string) => Promise<{ customerId: string } | null>): TakeTurn => {
    return async (reference, work) => {
      const row = await find(reference)
      if (row === null) throw unknown(reference)
      return take(row.customerId, work)
    }
  }
  return {
    read: createReads(wiring, take),
    take,
    takeOf: {
      checkout: by((id) => db.write.testCheckout.findUnique({ where: { id } })),
      payment: by((id) => db.write.testPayment.findUnique({ where: { id } })),
      subscription: by((id) => db.write.testSubscription.findUnique({ where: { id } })),
    },
    customer: async (accountId) => {
      const made = { id: `tcus_${ids.next()}`, accountId, secret: ids.secret(), createdAt: clock.now() }
      // Not nothing: then Prisma would look first and insert later, and of two at once one would fail on PostgreSQL.
      const { id } = await db.write.testCustomer.upsert({ where: { accountId }, create: made, update: { accountId } })
      return id
    },
    sweep: () => sweep(wiring, events, take),
  }
}

async function sweep({ db, clock, log }: ProviderWiring, events: TestEvents, take: TakeTurn): Promise<number> {
  const told = await events.tellWaiting()
  const forgotten = await events.forgetOld()
  const due = await db.write.testCustomer.findMany({
    where: { dueAt: { lte: clock.now() } },
    orderBy: { dueAt: 'asc' },
    take: batch,
  })
  const nothingMore = async (_turn: Turn) => {}
  for (const { id } of due) {
    try {
      await take(id, nothingMore)
    } catch (error) {
      log.error({ err: error, customer: id }, 'the test checkout could not bring its books up to date; it tries again')
    }
  }
  return told + forgotten + due.length
}
