import type { Customer, InboxEvent } from '../../../generated/sqlite/client.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'

/** `stuck`: it is not tried by itself any more. */
export type EventState = 'waiting' | 'under way' | 'stuck' | 'applied' | 'ignored'

export interface ListedEvent {
  id: string
  provider: string
  type: string
  subject: string
  state: EventState
  attempts: number
  receivedAt: Date
  nextTryAt: Date | null
  lastError: string | null
}

/** As many as one looks through. */
const maxListed = 200

/** Events that wait to be applied, oldest first; or the newest of all. */
export async function listEvents({ db, clock }: { db: Db; clock: Clock }, { all }: { all: boolean }): Promise<ListedEvent[]> {
  const rows = await db.read.inboxEvent.findMany({
    where: all ? {} : { outcome: null },
    orderBy: [{ receivedAt: all ? 'desc' : 'asc' }, { eventId: 'asc' }],
    take: maxListed,
  })
  const now = clock.now()
  return rows.map((row) => {
    const { eventId: id, provider, type, subject, attempts, receivedAt, nextTryAt, lastError } = row
    return { id, provider, type, subject, state: stateOf(row, now), attempts, receivedAt, nextTryAt, lastError }
  })
}

function stateOf({ outcome, leaseUntil, nextTryAt }: InboxEvent, now: Date): EventState {
  if (outcome !== null) return outcome === 'applied' ? 'applied' : 'ignored'
  if (leaseUntil !== null && leaseUntil > now) return 'under way'
  return nextTryAt === null ? 'stuck' : 'waiting'
}

/** How long ago a provider that is used was asked at the latest, in ms. */
const askedWithinMs = 86_400_000

/** Customers of deleted accounts that a provider could not be asked to forget yet, or that nobody asks, since it is not used any more. */
export function listUnforgotten({ db, clock }: { db: Db; clock: Clock }): Promise<Customer[]> {
  const unasked = { forgetAt: { lt: new Date(clock.now().getTime() - askedWithinMs) } }
  return db.read.customer.findMany({
    where: { OR: [{ lastError: { not: null } }, unasked] },
    orderBy: [{ erasedAt: 'asc' }, { accountId: 'asc' }],
    take: maxListed,
  })
}

/**
 * Has an event tried again now, whatever became of it, or all that wait: the server does it within moments. Answers how many.
 * @param eventId null: all that wait
 */
export async function retryEvents({ db, clock }: { db: Db; clock: Clock }, eventId: string | null): Promise<number> {
  const which = eventId === null ? { outcome: null } : { eventId }
  const { count } = await db.write.inboxEvent.updateMany({
    where: which,
    data: { outcome: null, settledAt: null, nextTryAt: clock.now(), leaseToken: null, leaseUntil: null },
  })
  return count
}

/** How long events are kept once they are settled, in ms: a provider may send one again for a month. */
const keptMs = 90 * 86_400_000

/** Forgets events that were settled long ago. Answers how many. */
export async function forgetSettledEvents({ db, clock }: { db: Db; clock: Clock }): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMs)
  const { count } = await db.write.inboxEvent.deleteMany({ where: { settledAt: { lt: before } } })
  return count
}
