import type { Ids } from '../platform/ids.ts'
import type { Witness } from '../wallet/witness.ts'
import { crossings, type Notice } from './crossings.ts'
import { type NewAlert, type Resolution, raise, resolve } from './rows.ts'

export interface AlertsWitness extends Witness {
  /** Of these accounts, whose writing has ended: those of which alerts changed since they were asked for last. */
  takeChanged(accountIds: string[]): string[]
}

/** Raises and resolves alerts in the transaction that makes them true. Where nothing was crossed, it asks the database nothing. */
export function createAlertsWitness({ ids }: { ids: Ids }): AlertsWitness {
  const changed = new Set<string>()
  return {
    see: async (tx, steps) => {
      const batch = new BatchOfAlerts(ids)
      for (const step of steps) {
        const { raised, resolved } = crossings(step)
        const about = { accountId: step.after.accountId, at: new Date(step.after.lastCommandAt) }
        for (const notice of resolved) batch.resolve({ ...about, notice })
        for (const notice of raised) batch.raise({ ...about, notice })
      }
      for (const { accountId } of [...batch.resolutions, ...batch.raised]) changed.add(accountId)
      await resolve(tx, batch.resolutions)
      await raise(tx, batch.raised)
    },
    takeChanged: (accountIds) => accountIds.filter((accountId) => changed.delete(accountId)),
  }
}

interface Noticed {
  accountId: string
  notice: Notice
  at: Date
}

/** What a batch's steps come to, in their order: one raised and resolved within the batch is written as a resolved row. */
class BatchOfAlerts {
  /** Of alerts that were open before the batch. */
  readonly resolutions: Resolution[] = []
  readonly raised: NewAlert[] = []
  private readonly open = new Map<string, NewAlert>()
  private readonly ids: Ids

  constructor(ids: Ids) {
    this.ids = ids
  }

  raise({ accountId, notice, at }: Noticed): void {
    const { subject, level, details } = notice
    const alert = { id: this.ids.next(), accountId, subject, level, details, raisedAt: at, resolvedAt: null }
    this.raised.push(alert)
    this.open.set(nameOf(accountId, notice), alert)
  }

  resolve({ accountId, notice, at }: Noticed): void {
    const name = nameOf(accountId, notice)
    const own = this.open.get(name)
    if (own !== undefined) own.resolvedAt = at
    else this.resolutions.push({ accountId, at, kind: notice.details.kind, subject: notice.subject, level: levelOf(notice) })
    this.open.delete(name)
  }
}

function nameOf(accountId: string, notice: Notice): string {
  return JSON.stringify([accountId, notice.details.kind, notice.subject, levelOf(notice)])
}

/** A low warning is the same at any level: the designer may have moved its threshold since it was raised. */
function levelOf({ details, level }: Notice): number | null {
  return details.kind === 'low' ? null : level
}
