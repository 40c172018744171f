import type { ImageDeletion } from 'shared'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'

/** How long a deletion can be undone, in ms: a week, so that what was cleared away on a Friday is still there on Monday. */
export const undoMs = 7 * 24 * 3_600_000

/** An account's images, to look at and to put in order. Another account's, and those that are gone, are `NOT_FOUND`. */
export interface Gallery {
  get(accountId: string, imageId: string): Promise<ImageRow>
  /** A picture that something is made from. What was asked for before its deletion is still made. */
  source(accountId: string, imageId: string): Promise<ImageRow>
  /** Deleting twice is deleting once: the first time counts. */
  delete(accountId: string, imageId: string): Promise<ImageDeletion>
  restore(accountId: string, imageId: string): Promise<ImageRow>
  favourite(accountId: string, imageId: string, favourite: boolean): Promise<ImageRow>
}

export function createGallery({ db, clock }: { db: Db; clock: Clock }): Gallery {
  const found = (row: ImageRow | null): ImageRow => {
    if (row === null) throw new ToileError('NOT_FOUND')
    return row
  }
  const get = async (accountId: string, id: string) =>
    found(await db.write.image.findFirst({ where: { id, accountId, deletedAt: null } }))
  const source = async (accountId: string, id: string) => found(await db.write.image.findFirst({ where: { id, accountId } }))

  return {
    get,
    source,
    delete: async (accountId, id) => {
      await db.write.image.updateMany({ where: { id, accountId, deletedAt: null }, data: { deletedAt: clock.now() } })
      const { deletedAt } = await source(accountId, id)
      return { id, restorableUntil: new Date((deletedAt ?? clock.now()).getTime() + undoMs).toISOString() }
    },
    restore: async (accountId, id) => {
      await db.write.image.updateMany({ where: { id, accountId, deletedAt: { gt: cutoff(clock) } }, data: { deletedAt: null } })
      return get(accountId, id)
    },
    favourite: async (accountId, id, favourite) => {
      const favouriteAt = favourite ? clock.now() : null
      await db.write.image.updateMany({ where: { id, accountId, deletedAt: null }, data: { favouriteAt } })
      return get(accountId, id)
    },
  }
}

/** What was deleted then or before is gone for good. */
export function cutoff(clock: Clock): Date {
  return new Date(clock.now().getTime() - undoMs)
}
