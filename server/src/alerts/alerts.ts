import type { Alert as AlertView } from 'shared'
import type { Alert } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { aboutTheSame, mostUrgent } from './urgency.ts'
import { viewAlerts } from './view.ts'

/** What the designer was told, and what still is so. Alerts are raised by the witness and by the sweep for ending lots. */
export interface Alerts {
  /** What is so now; of several about the same thing only the most urgent one. Newest first. */
  open(accountId: string): Promise<AlertView[]>
  /** Open ones first, then those that were resolved; newest first, `limit` at most. */
  list(accountId: string, limit: number): Promise<AlertView[]>
  /** The designer has seen it and, while it is so, the others about the same thing that are so with it. Once, however often it is called. */
  acknowledge(accountId: string, id: string): Promise<AlertView>
}

/** Most open alerts that are told. */
const maxOpen = 100
const newestFirst = [{ raisedAt: 'desc' as const }, { id: 'desc' as const }]

/** @param onChange told after an account's alerts changed here */
export function createAlerts(deps: { db: Db; clock: Clock; onChange: (accountId: string) => void }): Alerts {
  const { db, clock } = deps

  const openRows = (accountId: string): Promise<Alert[]> =>
    db.read.alert.findMany({ where: { accountId, resolvedAt: null }, orderBy: newestFirst, take: maxOpen })

  const open = async (accountId: string): Promise<AlertView[]> => viewAlerts(db, accountId, mostUrgent(await openRows(accountId)))

  return {
    open,
    list: async (accountId, limit) => {
      const current = (await open(accountId)).slice(0, limit)
      const resolved = await db.read.alert.findMany({
        where: { accountId, resolvedAt: { not: null } },
        orderBy: newestFirst,
        take: limit - current.length,
      })
      return [...current, ...(await viewAlerts(db, accountId, resolved))]
    },
    acknowledge: async (accountId, id) => {
      const found = await db.write.alert.findFirst({ where: { id, accountId } })
      if (found === null) throw new ToileError('NOT_FOUND')
      // What is so today was not in an old warning that is over.
      const current = found.resolvedAt === null ? await openRows(accountId) : []
      const seen = [found, ...current.filter((other) => aboutTheSame(other, found))]
      await db.write.alert.updateMany({
        where: { id: { in: seen.map((alert) => alert.id) }, acknowledgedAt: null },
        data: { acknowledgedAt: clock.now() },
      })
      deps.onChange(accountId)
      const [view] = await viewAlerts(db, accountId, await db.write.alert.findMany({ where: { id, accountId } }))
      if (view === undefined) throw new ToileError('NOT_FOUND')
      return view
    },
  }
}
