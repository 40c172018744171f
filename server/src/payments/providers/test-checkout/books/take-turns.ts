import type { TestEvent } from '../../../../../generated/sqlite/client.ts'
import type { ProviderWiring } from '../../../provider.ts'
import { catchUp, nextDue } from './catch-up.ts'
import type { TestEvents } from './events.ts'
import { type Prefix, type Turn, unknown } from './turn.ts'

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
