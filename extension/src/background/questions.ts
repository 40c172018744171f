import { ApiError } from '../failures'
import type { QuestionAbout } from '../question'
import { memory } from '../storage'

const windowSize = { width: 436, height: 480 }

/** Asks in a window of our own, where no page can cover or move anything. A question that is open already is replaced. */
export async function askInWindow(sessionId: string, about: QuestionAbout): Promise<{ id: string }> {
  await dropQuestion(sessionId)
  const id = crypto.randomUUID()
  await memory.questions.update((all) => ({ ...all, [sessionId]: { id, about, tabId: null, yes: false } }))
  const opened = await chrome.windows.create({
    type: 'popup',
    url: chrome.runtime.getURL(`tabs/overlay.html?question=${encodeURIComponent(sessionId)}`),
    focused: true,
    ...windowSize,
  })
  const tabId = opened?.tabs?.[0]?.id ?? null
  const now = await memory.questions.update((all) => {
    const question = all[sessionId]
    return question?.id === id ? { ...all, [sessionId]: { ...question, tabId } } : all
  })
  // Taken back while its window opened: that asks nothing any more.
  if (now[sessionId]?.id !== id) await closeWindow(tabId)
  return { id }
}

async function closeWindow(tabId: number | null): Promise<void> {
  if (tabId === null) return
  await chrome.tabs.remove(tabId).catch((error: unknown) => console.info('Toile: that window is closed already', error))
}

/** Yes, said in the very window that was opened for it: a frame of the same address, in whatever page, has no say. */
export async function sayYes(sessionId: string, id: string, { tab, frameId }: chrome.runtime.MessageSender): Promise<void> {
  const all = await memory.questions.update((before) => {
    const question = before[sessionId]
    const counts = question?.id === id && question.tabId !== null && question.tabId === tab?.id && frameId === 0
    return counts ? { ...before, [sessionId]: { ...question, yes: true } } : before
  })
  if (all[sessionId]?.id !== id || !all[sessionId].yes) throw new ApiError('FORBIDDEN')
}

/** The question is no more, nor its window. */
export async function dropQuestion(sessionId: string): Promise<void> {
  const question = (await memory.questions.get())[sessionId]
  if (question === undefined) return
  await memory.questions.update(({ [sessionId]: _dropped, ...rest }) => rest)
  await closeWindow(question.tabId)
}

/** A window that was closed without a yes is a no. */
export async function forgetQuestionOf(tabId: number): Promise<void> {
  const asks = ({ tabId: asking, yes }: { tabId: number | null; yes: boolean }): boolean => asking === tabId && !yes
  if (!Object.values(await memory.questions.get()).some(asks)) return
  await memory.questions.update((all) => Object.fromEntries(Object.entries(all).filter(([, question]) => !asks(question))))
}
