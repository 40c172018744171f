import type { InboxEvent } from '../../../generated/sqlite/client.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import { type PaymentProvider, ProviderError, type ProviderEvent } from '../provider.ts'
import { createInboxQueue, type InboxQueue, type Outcome } from './queue.ts'

export interface Inbox {
  /** Stores an event and wakes whoever applies it. Resolves once it is stored; the same one twice is one. */
  deliver(event: ProviderEvent): Promise<void>
  /** Applies what has come and what will come. */
  start(): Promise<void>
  /** Applies all that is due now; resolves once nothing is under way any more. */
  runDue(): Promise<void>
  /** Takes nothing more up, and waits for what is under way. */
  stop(): Promise<void>
}

interface InboxDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  provider: () => PaymentProvider
  apply: (event: ProviderEvent) => Promise<Outcome>
}

/** Events that one process applies at a time: each waits for the provider most of its time. */
const width = 4
/** What another replica left, or what waits for its next try, is found within so many ms. */
const lookEveryMs = 1000

/**
 * Events are hints: each is stored, answered, and applied later by reading back what it is about. One that cannot be applied
 * stays, is tried again with growing pauses, and is shown to the operator.
 */
export function createInbox(deps: InboxDeps): Inbox {
  const { log, provider } = deps
  const queue = createInboxQueue(deps)
  const loops = new Set<Promise<void>>()
  const atWork = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  let wakes = 0

  const untilNothingIsDue = async (): Promise<void> => {
    while (!stopped) {
      const seen = wakes
      const event = await queue.claim(provider().name, [...atWork])
      if (event === null && seen === wakes) return
      if (event === null) continue
      atWork.add(event.eventId)
      // While there is work, as many look for it as may; while there is none, one does.
      addLoop()
      await applyStored(deps, queue, event).finally(() => atWork.delete(event.eventId))
    }
  }

  const addLoop = () => {
    if (stopped || loops.size >= width) return
    const loop = untilNothingIsDue()
      .catch((error: unknown) => log.error({ err: error }, 'the inbox of payments could not be read; it is read again'))
      .finally(() => loops.delete(loop))
    loops.add(loop)
  }

  const wake = () => {
    wakes += 1
    addLoop()
  }
  const idle = async () => {
    while (loops.size > 0) await Promise.all(loops)
  }

  return {
    deliver: async (event) => {
      await queue.store(provider().name, event)
      if (timer !== null) wake()
    },
    start: async () => {
      await queue.recover()
      timer ??= setInterval(wake, lookEveryMs)
      wake()
    },
    runDue: async () => {
      wake()
      await idle()
    },
    stop: async () => {
      stopped = true
      if (timer !== null) clearInterval(timer)
      timer = null
      await idle()
    },
  }
}

/** Applies an event that was taken up; one that fails is put off, and told. */
async function applyStored({ log, apply }: InboxDeps, queue: InboxQueue, event: InboxEvent): Promise<void> {
  const { eventId: id, type, subject, attempts } = event
  try {
    await queue.settle(event, await apply({ id, type, subject }))
  } catch (error) {
    const nextTryAt = await queue.postpone(event, error)
    const about = { err: error, event: id, type, attempts, nextTryAt }
    if (error instanceof ProviderError && error.passing && nextTryAt !== null)
      log.warn(about, 'an event could not be applied yet')
    else log.error(about, 'an event could not be applied: see `pnpm toile payments inbox`')
  }
}
