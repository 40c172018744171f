import type { TestEvent } from '../../../../../generated/sqlite/client.ts'
import type { Tx } from '../../../../platform/db.ts'
import { ProviderError, type ProviderWiring } from '../../../provider.ts'
import { catchUp, nextDue } from './catch-up.ts'
import type { TestEvents, TestEventType } from './events.ts'

/** A change to what is kept of one customer, while nobody else changes it. */
export interface Turn {
  tx: Tx
  customerId: string
  now: Date
  /** A new id of one of our things, such as `tpay_…`. */
  newId(prefix: Prefix): string
  /** Something happened to `subject` at a moment that is now, or was and is only written down now. */
  happened(type: TestEventType, subject: string): void
}

/** Ids say what they are of. */
export type Prefix = 'tcus' | 'tco' | 'tsub' | 'tpay' | 'tre' | 'tdp' | 'tev'

export type TakeTurn = <Result>(customerId: string, work: (turn: Turn) => Promise<Result>) => Promise<Result>

/**
 * One change at a time of a customer, on both databases. What time alone has changed is written first, so that `work` finds
 * the books as they are now; what happened is told after the commit.
 */
export function createTurns({ db, clock, ids }: ProviderWiring, events: TestEvents): TakeTurn {
  return async (customerId, work) => {
    const happened: TestEvent[] = []
    const result = await db.write.$transaction(async (tx) => {
      const locked = await tx.testCustomer.updateMany({ where: { id: customerId }, data: { turns: { increment: 1 } } })
      if (locked.count === 0) throw unknown(customerId)
      // Asked behind the lock: who waited for it lives later than who had it.
      const now = clock.now()
      const newId = (prefix: Prefix) => `${prefix}_${ids.next()}`
      const turn: Turn = {
        ...{ tx, customerId, now, newId },
        happened: (type, subject) => happened.push({ id: newId('tev'), type, subject, at: now, toldAt: null }),
      }
      await catchUp(turn)
      const done = await work(turn)
      await events.write(tx, happened)
      await tx.testCustomer.update({ where: { id: customerId }, data: { dueAt: await nextDue(turn) } })
      return done
    })
    await events.tell(happened)
    return result
  }
}

/** The test checkout has no such thing, and never will. */
export function unknown(reference: string): ProviderError {
  return new ProviderError(`The test checkout knows no ${reference}`, { passing: false })
}

/** What is asked for cannot be done to a thing as it is. */
export function refused(why: string): ProviderError {
  return new ProviderError(why, { passing: false })
}
