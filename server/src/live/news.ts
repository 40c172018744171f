import { setTimeout as pause } from 'node:timers/promises'
import type { Alert, Generation, PaymentNews } from 'shared'
import type { Log } from '../platform/log.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Bus } from './bus.ts'

/** Tells listeners what changed. Each call says only *that* something changed; the news is read afresh, once for many calls. */
export interface News {
  balanceChanged(accountId: string): void
  generationChanged(generationId: string, accountId: string): void
  payment(accountId: string, payment: PaymentNews): void
  alertsChanged(accountId: string): void
}

/** What goes on changing is told again after so many ms; a change that follows a quiet moment is told at once. */
const settleMs = 60

export function createNews(deps: {
  bus: Bus
  log: Log
  wallet: () => Wallet
  generation: (accountId: string, id: string) => Promise<Generation>
  openAlerts: (accountId: string) => Promise<Alert[]>
}): News {
  const { bus, log } = deps
  /** Subjects that were just told, and whether they have changed since. */
  const told = new Map<string, { changed: boolean }>()

  const tellWhileChanging = async (subject: string, tell: () => Promise<void>): Promise<void> => {
    const since = { changed: true }
    told.set(subject, since)
    while (since.changed) {
      since.changed = false
      await tell().catch((error: unknown) => log.warn({ err: error }, 'news could not be told; the next read tells it'))
      await pause(settleMs)
    }
    told.delete(subject)
  }
  /** One telling of a subject after another, so that the newest is told last. */
  const changed = (subject: string, accountId: string, tell: () => Promise<void>): void => {
    if (!bus.hasListeners(accountId)) return
    const since = told.get(subject)
    if (since === undefined) void tellWhileChanging(subject, tell)
    else since.changed = true
  }

  return {
    balanceChanged: (accountId) =>
      changed(`balance ${accountId}`, accountId, async () =>
        bus.publish(accountId, { type: 'balance', balance: await deps.wallet().balance(accountId) }),
      ),
    generationChanged: (id, accountId) =>
      changed(`generation ${id}`, accountId, async () => {
        const generation = await deps.generation(accountId, id)
        // Read after it: whatever it was charged is in the balance.
        bus.publish(accountId, { type: 'generation', generation, balance: await deps.wallet().balance(accountId) })
      }),
    alertsChanged: (accountId) =>
      changed(`alerts ${accountId}`, accountId, async () =>
        bus.publish(accountId, { type: 'alerts', alerts: await deps.openAlerts(accountId) }),
      ),
    payment: (accountId, payment) => bus.publish(accountId, { type: 'payment', payment }),
  }
}
