import * as z from 'zod'

const question = z.strictObject({ type: z.literal('bg-ui-seen') })
/** A page that is frozen answers when it likes: then it is not seen. */
const answerWithinMs = 300

/** Whether this is the worker's question to pages. */
export function isSeenQuestion(raw: unknown, sender: chrome.runtime.MessageSender): boolean {
  return sender.id === chrome.runtime.id && sender.tab === undefined && question.safeParse(raw).success
}

/** Whether any page of Toile is visible: only such pages listen. */
export async function isAnyPageSeen(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), answerWithinMs))
  const asked: Promise<unknown> = chrome.runtime.sendMessage({ type: 'bg-ui-seen' })
  // Where nobody listens at all the browser says so by an error.
  return (await Promise.race([asked.catch(() => false), late])) === true
}
