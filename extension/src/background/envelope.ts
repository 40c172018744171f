import * as z from 'zod'
import { type MessageType, messages } from '../messages'

const envelope = z.looseObject({ type: z.string() })

/** Whether this sender may send this type at all. `ownOrigin` is the extension's, without a trailing slash. */
export function maySend(
  type: MessageType,
  sender: chrome.runtime.MessageSender,
  extensionId: string,
  ownOrigin: string,
): boolean {
  if (sender.id !== extensionId || sender.url === undefined) return false
  const fromOwnPage = sender.url.startsWith(`${ownOrigin}/`)
  if (type.startsWith('ui-bg-')) return fromOwnPage
  return !fromOwnPage && sender.tab?.id !== undefined && (sender.frameId === 0 || type === 'page-bg-pick')
}

/** A message split into its name and what it carries; null where this worker knows no such name. */
export function openEnvelope(raw: unknown): { type: MessageType; carried: unknown } | null {
  const parsed = envelope.safeParse(raw)
  if (!parsed.success) return null
  const { type, ...carried } = parsed.data
  return isKnown(type) ? { type, carried } : null
}

function isKnown(type: string): type is MessageType {
  return Object.hasOwn(messages, type)
}
