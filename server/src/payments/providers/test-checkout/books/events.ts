import type { TestEvent } from '../../../../../generated/sqlite/client.ts'
import type { Tx } from '../../../../platform/db.ts'
import type { ProviderWiring } from '../../../provider.ts'

/** What happens here, as Toile hears of it. */
export type TestEventType =
  | 'checkout.agreed'
  | 'checkout.closed'
  | 'checkout.declined'
  | 'checkout.failed'
  | 'payment.failed'
  | 'payment.paid'
  | 'payment.refunded'
  | 'payment.disputed'
  | 'payment.dispute_closed'
  | 'subscription.changed'
  | 'subscription.renewed'
  | 'subscription.ended'

/** Most events that are sent again in one go. */
const batch = 100
/** How long an event is kept that was taken, in ms: as long as the inbox keeps it. */
const keptMs = 90 * 86_400_000

/** Events are written with what happened and sent afterwards: one that could not be delivered is sent again until it was. */
export interface TestEvents {
  write(tx: Tx, events: TestEvent[]): Promise<void>
  tell(events: TestEvent[]): Promise<void>
  /** Sends what was not delivered yet, oldest first; answers how many were. */
  tellWaiting(): Promise<number>
  /** Forgets events that were taken long ago; answers how many. */
  forgetOld(): Promise<number>
}

export function createTestEvents({ db, clock, log, deliver }: ProviderWiring): TestEvents {
  const tellOne = async ({ id, type, subject }: TestEvent): Promise<boolean> => {
    try {
      await deliver({ id, type, subject })
      await db.write.testEvent.updateMany({ where: { id, toldAt: null }, data: { toldAt: clock.now() } })
      return true
    } catch (error) {
      log.warn({ err: error, event: id, type }, 'an event of the test checkout was not taken; it is sent again')
      return false
    }
  }
  const tellAll = async (events: TestEvent[]): Promise<number> => {
    let told = 0
    for (const event of events) if (await tellOne(event)) told++
    return told
  }
  return {
    write: async (tx, events) => {
      if (events.length > 0) await tx.testEvent.createMany({ data: events })
    },
    tell: async (events) => {
      await tellAll(events)
    },
    forgetOld: async () => {
      const old = { toldAt: { lt: new Date(clock.now().getTime() - keptMs) } }
      // A look that need not wait for writers: most find nothing.
      if ((await db.read.testEvent.findFirst({ where: old })) === null) return 0
      return (await db.write.testEvent.deleteMany({ where: old })).count
    },
    tellWaiting: async () =>
      tellAll(
        await db.write.testEvent.findMany({ where: { toldAt: null }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: batch }),
      ),
  }
}
