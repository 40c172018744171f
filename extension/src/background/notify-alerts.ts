import type { Alert, AlertDetails } from 'shared'
import { local } from '../storage'
import { lowWords } from '../ui/low-words'
import { noticesOf } from '../ui/notices'
import { type Notification, notify } from './notify'
import { api } from './server'

const prefix = 'alert:'
/** So many alerts are remembered as told; those before are long resolved. */
const remembered = 200

type Told = Extract<AlertDetails['kind'], 'low' | 'expiring' | 'renewal'>
const kinds: Told[] = ['low', 'expiring', 'renewal']

/** Whether a notification is about the wallet. */
export function isAlert(notificationId: string): boolean {
  return notificationId.startsWith(prefix)
}

/**
 * Tells what the server warns of, once an alert, however often it is asked: a low balance, credits that end in 30, 7 and 1
 * days, and a plan's next payment. What the designer has seen, or wants no notification of, is never told. Throws where the server does not answer.
 */
export async function tellAlerts(now = new Date()): Promise<void> {
  const { alerts } = await api.alerts()
  const told = new Set(await local.toldAlerts.get())
  const open = alerts.filter(
    ({ id, resolvedAt, acknowledgedAt }) => resolvedAt === null && acknowledgedAt === null && !told.has(id),
  )
  const wanted = await local.notify.get()
  for (const kind of kinds) {
    const ofKind = open.filter(({ details }) => details.kind === kind)
    const first = wanted[kind] ? mostPressing(ofKind) : null
    const words = first && (await wordsOf(first, now))
    // The same kind, the same place: two warnings of one moment (a share and a number) are one notification.
    if (words) await notify(`${prefix}${kind}`, words)
    const ids = ofKind.map(({ id }) => id)
    if (ids.length > 0) await local.toldAlerts.update((all) => [...ids, ...all].slice(0, remembered))
  }
}

/** Of credits that end, those that end first; the others stand in the popup. */
function mostPressing(alerts: Alert[]): Alert | null {
  const endOf = ({ details }: Alert) => (details.kind === 'expiring' ? Date.parse(details.expiresAt) : 0)
  return alerts.toSorted((a, b) => endOf(a) - endOf(b))[0] ?? null
}

/** In the wallet's figures of now; null where there is nothing left to warn of. */
async function wordsOf(alert: Alert, now: Date): Promise<Notification | null> {
  const balance = await api.balance()
  if (alert.details.kind === 'low') {
    const { title, text } = lowWords(balance, await local.prices.get())
    return { title, message: text }
  }
  const [notice] = noticesOf([alert], await api.lots(), balance, now)
  return notice === undefined ? null : { title: notice.title, message: notice.text }
}
