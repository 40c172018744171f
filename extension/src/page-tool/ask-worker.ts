import type { Carries, MessageType, Reply } from '../messages'

type PageType = Extract<MessageType, `page-bg-${string}`>
/** What a message carries beside its name; of an empty one nothing. */
type Beside<T extends PageType> = Carries<T> extends Record<string, never> ? unknown : Carries<T>
export type PageMessage = { [T in PageType]: { type: T } & Beside<T> }[PageType]

/** Whether the extension that this script belongs to is still there: after an update or a removal it is not. */
export function isOrphan(): boolean {
  return globalThis.chrome?.runtime?.id === undefined
}

/** Asks the worker; null where it gives no answer. Throws where the extension has gone. */
export async function askWorker(message: PageMessage): Promise<unknown> {
  const reply: Reply | undefined = await chrome.runtime.sendMessage(message)
  return reply?.ok ? reply.answer : null
}

/** Tells the worker what nobody waits for. An extension that has gone meanwhile has nothing to do any more. */
export function tellWorker(message: PageMessage): void {
  askWorker(message).catch((error: unknown) => console.info('Toile: not told', message.type, error))
}
