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

/** Changes within so many ms are told once. */
const settleMs = 60

export function createNews(deps: {
  bus: Bus
  log: Log
  wallet: () => Wallet
  generation: (accountId: string, id: string) => Promise<Generation>
  openAlerts: (accountId: string) => Promise<Alert[]>
}): News {
  const { bus, log } = deps
  const due = new Set<string>()

  const soon = (subject: string, accountId: string, tell: () => Promise<void>) => {
    if (due.has(subject) || !bus.hasListeners(accountId)) return
    due.add(subject)
    setTimeout(() => {
      due.delete(subject)
      tell().catch((error: unknown) => log.warn({ err: error }, 'news could not be told; the next read tells it'))
    }, settleMs)
  }

  return {
    balanceChanged: (accountId) =>
      soon(`balance ${accountId}`, accountId, async () =>
        bus.publish(accountId, { type: 'balance', balance: await deps.wallet().balance(accountId) }),
      ),
    generationChanged: (id, accountId) =>
      soon(`generation ${id}`, accountId, async () =>
        bus.publish(accountId, { type: 'generation', generation: await deps.generation(accountId, id) }),
      ),
    alertsChanged: (accountId) =>
      soon(`alerts ${accountId}`, accountId, async () =>
        bus.publish(accountId, { type: 'alerts', alerts: await deps.openAlerts(accountId) }),
      ),
    payment: (accountId, payment) => bus.publish(accountId, { type: 'payment', payment }),
  }
}
