import type { Progress } from '../running'
import { isAnyPageSeen } from '../seen'
import { local } from '../storage'
import { type CountedKey, t, tn } from '../ui/i18n'
import { type Notification, notify } from './notify'

const prefix = 'generation:'

/** Whose images a notification is about; null where it is about something else. */
export function generationOf(notificationId: string): string | null {
  return notificationId.startsWith(prefix) ? notificationId.slice(prefix.length) : null
}

/**
 * Images are ready, or have failed: told where no page of Toile shows it, unless the designer wants no such telling. A system
 * that shows none keeps nothing under way.
 */
export async function tellFinished(ended: Progress): Promise<void> {
  if (!(await local.notify.get()).finished || (await isAnyPageSeen())) return
  const credits = (await local.balance.get())?.credits ?? 0
  await notify(`${prefix}${ended.id}`, finishedWords(ended, credits)).catch((error: unknown) =>
    console.warn('Toile: finished work was not told', error),
  )
}

export function finishedWords({ delivered, count }: Pick<Progress, 'delivered' | 'count'>, credits: number): Notification {
  const left = (key: CountedKey) => tn(key, credits)
  if (delivered === 0) return { title: tn('notify_none', count), message: left('notify_none_left') }
  if (delivered === count) return { title: tn('notify_all', count), message: left('notify_left') }
  return { title: t('notify_some', { delivered, count }), message: left('notify_some_left') }
}
