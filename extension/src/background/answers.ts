import { memory } from '../storage'
import { followUnfinished } from './generations'
import { settleRequest } from './overlay-sessions'
import { api, refresh } from './server'

/** The server's list is short: what is under way is among the newest. */
const newest = 10
/** How long a request may be on its way before the server's "I have no such thing" is final. */
const finalAfterMs = 20_000
const lookEveryMs = 4_000

let looking = false

/** Sessions of which a request left and no page has told the answer. */
async function unanswered() {
  const sessions = Object.values(await memory.overlaySessions.get())
  return sessions.flatMap(({ id, intentId, sentAt }) => (intentId !== null && sentAt !== null ? [{ id, intentId, sentAt }] : []))
}

/**
 * Asks the server what is under way: asked for by a page that died between sending and hearing, or before the
 * browser was restarted. The balance is asked for afterwards, so that it holds what was found finished.
 */
export async function findUnfinished(now = Date.now()): Promise<void> {
  try {
    const waiting = await unanswered()
    const { generations } = await api.generations({ limit: newest })
    await followUnfinished(
      generations,
      waiting.map(({ intentId }) => intentId),
    )
    for (const { id, intentId, sentAt } of waiting) {
      const generation = generations.find((known) => known.intentId === intentId)
      // A clock that was set back since tells nothing: then the server's word counts at once.
      const isFinal = now - sentAt >= finalAfterMs || now < sentAt
      if (generation !== undefined || isFinal) await settleRequest(id, intentId, generation?.id ?? null)
    }
  } catch (error) {
    // The server is away; the next alarm looks again.
    console.info('Toile: not looked for', error)
  }
  await refresh()
}

/** Finds out what became of requests that no page has told of: at once, and until it is known. One loop runs. */
export function lookForAnswers(): void {
  if (looking) return
  looking = true
  lookUntilKnown()
    .catch((error: unknown) => console.error('Toile: not looked for', error))
    .finally(() => {
      looking = false
    })
}

async function lookUntilKnown(): Promise<void> {
  while ((await unanswered()).length > 0) {
    await findUnfinished()
    // A server that is away is left to the alarm.
    if (!(await memory.reachable.get())) return
    if ((await unanswered()).length > 0) await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/** A page has sent a request. It tells the answer itself, as a rule; a page that the designer leaves does not. */
export function expectAnswer(): void {
  setTimeout(lookForAnswers, lookEveryMs)
}
