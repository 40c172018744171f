import type { Subscription } from '../../../generated/sqlite/client.ts'
import { pauseAfter } from '../../payments/pause.ts'
import { ProviderError } from '../../payments/provider.ts'
import type { PlansDeps } from '../deps.ts'
import { Superseded } from './reading.ts'

/** A subscription that could not be looked at waits a growing pause, and keeps no other waiting. One that a newer reading took over is that one's. */
export async function putOff({ db, clock, log }: PlansDeps, row: Subscription, error: unknown): Promise<void> {
  if (error instanceof Superseded) return
  const { id, state, attempts } = row
  const pauseMs = pauseAfter(attempts)
  const why = error instanceof ProviderError ? 'the payment service could not be asked' : 'a subscription could not be looked at'
  log.warn({ err: error, subscription: id, state, attempts: attempts + 1, pauseMs }, `${why}; what it is due waits until then`)
  const lookAt = new Date(clock.now().getTime() + pauseMs)
  await db.write.subscription.update({ where: { id }, data: { attempts: { increment: 1 }, lookAt } })
}
