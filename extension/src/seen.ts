import * as z from 'zod'
import { takeBack } from './installed'
import { ask } from './messages'

const question = z.strictObject({ type: z.literal('bg-ui-seen') })
/** A page that is frozen answers when it likes: then it is not seen. */
const answerWithinMs = 300

/** For a page that is visible, until `signal` aborts: the badge's daily word was seen, and finished work needs no notification. */
export function saySeen(signal: AbortSignal): void {
  ask('ui-bg-looked', {}).catch((error: unknown) => console.info('Toile: the worker did not hear of a look', error))
  const answer = (raw: unknown, sender: chrome.runtime.MessageSender, reply: (seen: true) => void): void => {
    const isWorker = sender.id === chrome.runtime.id && sender.tab === undefined
    // An overlay that was minimised has a frame without any height.
    if (isWorker && question.safeParse(raw).success && window.innerHeight > 0) reply(true)
  }
  chrome.runtime.onMessage.addListener(answer)
  signal.addEventListener('abort', () => takeBack(() => chrome.runtime.onMessage.removeListener(answer)), { once: true })
}

/** Whether any page of Toile is visible: only such pages listen. */
export async function isAnyPageSeen(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), answerWithinMs))
  const asked: Promise<unknown> = chrome.runtime.sendMessage({ type: 'bg-ui-seen' })
  // Where nobody listens at all the browser says so by an error.
  return (await Promise.race([asked.catch(() => false), late])) === true
}
