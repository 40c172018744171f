import type { InboxEvent } from '../../../generated/sqlite/client.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { Ids } from '../../platform/ids.ts'
import type { ProviderEvent } from '../provider.ts'
import { nextTry } from './next-try.ts'

/** How long whoever took an event keeps it, in ms; a provider may take its time. Two at the same one do no harm. */
const leaseMs = 120_000
/** Events that are looked at for one that nobody else takes. */
const candidates = 8
/** As much of a failure as is kept. */
const maxError = 500

/** What became of an event: it was brought about, or is nothing of Toile's. */
export type Outcome = 'applied' | 'ignored'

/** The stored events of a provider: who works at which, and when each is tried. */
export interface InboxQueue {
  /** Once, however often it comes. */
  store(provider: string, event: ProviderEvent): Promise<void>
  /** Leases the event that has been due longest, and counts the try; null where none is. */
  claim(provider: string, atWork: readonly string[]): Promise<InboxEvent | null>
  settle(event: InboxEvent, outcome: Outcome): Promise<void>
  /** Keeps why it failed, and answers when it is tried again: null where that is the operator's to say. */
  postpone(event: InboxEvent, error: unknown): Promise<Date | null>
  /** Takes up what a dead process had leased: on SQLite, where there is but one. On PostgreSQL leases run out. */
  recover(): Promise<void>
}

export function createInboxQueue({ db, clock, ids }: { db: Db; clock: Clock; ids: Ids }): InboxQueue {
  const end = { leaseToken: null, leaseUntil: null }
  /** Of one that was taken away meanwhile, nothing. */
  const leased = ({ provider, eventId, leaseToken }: InboxEvent) => ({ where: { provider, eventId, leaseToken } })
  return {
    store: async (provider, { id: eventId, type, subject }) => {
      const now = clock.now()
      await db.write.inboxEvent.upsert({
        where: { provider_eventId: { provider, eventId } },
        create: { provider, eventId, type, subject, receivedAt: now, nextTryAt: now },
        update: { provider, eventId },
      })
    },
    claim: async (provider, atWork) => {
      const now = clock.now()
      const free = {
        ...{ provider, outcome: null, nextTryAt: { lte: now } },
        OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }],
      }
      const lease = { leaseToken: ids.secret(), leaseUntil: new Date(now.getTime() + leaseMs) }
      // A look that need not wait for writers: most find nothing.
      const due = await db.read.inboxEvent.findMany({
        where: { ...free, eventId: { notIn: [...atWork] } },
        orderBy: [{ nextTryAt: 'asc' }, { receivedAt: 'asc' }, { eventId: 'asc' }],
        take: candidates,
      })
      for (const { eventId } of due) {
        const [claimed] = await db.write.inboxEvent.updateManyAndReturn({
          where: { ...free, eventId },
          data: { ...lease, attempts: { increment: 1 } },
        })
        if (claimed !== undefined) return claimed
      }
      return null
    },
    settle: async (event, outcome) => {
      const settled = { outcome, settledAt: clock.now(), lastError: null, nextTryAt: null }
      await db.write.inboxEvent.updateMany({ ...leased(event), data: { ...settled, ...end } })
    },
    postpone: async (event, error) => {
      const nextTryAt = nextTry(event, clock.now())
      await db.write.inboxEvent.updateMany({ ...leased(event), data: { nextTryAt, lastError: told(error), ...end } })
      return nextTryAt
    },
    recover: async () => {
      if (db.provider === 'sqlite') await db.write.inboxEvent.updateMany({ where: { outcome: null }, data: end })
    },
  }
}

/** A failure in words; addresses of people are left out. */
function told(error: unknown): string {
  const text = error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error)
  return text.replaceAll(/[^\s@<>"']+@[^\s@<>"']+/g, '…@…').slice(0, maxError)
}
