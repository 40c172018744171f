import type { Picked, Wanted } from '../acquire/picked'
import { ApiError, codeOf } from '../failures'
import { type Answer, type Carried, type MessageType, messages, type Reply } from '../messages'
import { expectAnswer } from './answers'
import { keepCurrentProject } from './current-project'
import { deleteAccount } from './delete-account'
import { maySend, openEnvelope } from './envelope'
import { beginAnew } from './farewell'
import { fetchAgain } from './fetch-source'
import { hearOfGeneration, startFollowing } from './generations'
import { closeOverlay, minimiseOverlay, noteHello, openAgain, openFromImage, openLast, openOverlay } from './overlay'
import { changeSession } from './overlay-sessions'
import { keepOwnSite } from './own-sites'
import { answerPill, keepPlace, showAgain } from './pill'
import { askInWindow, dropQuestion, sayYes } from './questions'
import { keepPagesNews, sessionFor } from './server'
import { currentSession, renewSession } from './session'
import { openSidePanel } from './side-panel'
import { noteLook } from './standing'
import { putImageButton, startFromPage, startTool } from './tools'

type Sender = chrome.runtime.MessageSender
type Handlers = { [T in MessageType]: (carried: Carried<T>, sender: Sender) => Promise<Answer<T>> }

const done = async (work: Promise<unknown>): Promise<null> => {
  await work
  return null
}

/** What the worker does for each message. Those of content scripts can neither spend nor read token or images. */
const handlers: Handlers = {
  'ui-bg-session': () => sessionFor(currentSession),
  'ui-bg-session-refused': ({ token }) => sessionFor(() => renewSession(token)),
  'ui-bg-balance-seen': (news) => done(keepPagesNews(news)),
  'ui-bg-prices-seen': (news) => done(keepPagesNews(news)),
  'ui-bg-settings-seen': (news) => done(keepPagesNews(news)),
  'ui-bg-server-seen': (news) => done(keepPagesNews(news)),
  'ui-bg-looked': () => done(noteLook()),
  'ui-bg-generation-seen': (seen) => done(hearOfGeneration(seen)),
  'ui-bg-generation-started': (started) => done(startFollowing(started)),
  'ui-bg-overlay-hello': async ({ sessionId }, sender) => ({ welcome: await noteHello(sessionId, sender) }),
  'ui-bg-overlay-changed': ({ sessionId, change }) => {
    if (change.sent) expectAnswer()
    return done(changeSession(sessionId, change))
  },
  // Not waited for: a picture may take longer than a page waits for an answer.
  'ui-bg-source-again': async ({ sessionId }) => {
    fetchAgain(sessionId).catch((error: unknown) => console.error('Toile: not fetched again', error))
    return null
  },
  'ui-bg-overlay-close': ({ sessionId }) => done(closeOverlay(sessionId)),
  'ui-bg-overlay-minimise': ({ sessionId }) => done(minimiseOverlay(sessionId)),
  'ui-bg-overlay-again': async ({ sessionId }) => done(openAgain(sessionId, await activeTab())),
  'ui-bg-open-overlay': async (beginning) => {
    return { sessionId: await openOverlay(await activeTab(), beginning) }
  },
  'ui-bg-question-ask': ({ sessionId, about }) => askInWindow(sessionId, about),
  'ui-bg-question-yes': ({ sessionId, id }, sender) => done(sayYes(sessionId, id, sender)),
  'ui-bg-question-drop': ({ sessionId }) => done(dropQuestion(sessionId)),
  'ui-bg-open-panel': ({ windowId }) => done(openSidePanel(windowId ?? undefined)),
  'page-bg-open-panel': (_, sender) => done(openSidePanel(sender.tab?.windowId)),
  'ui-bg-current-project': ({ serverUrl, project }) => done(keepCurrentProject(serverUrl, project)),
  'ui-bg-try': ({ mark, operation }, sender) => done(openFromImage(pickedBy(sender, { by: 'mark', mark }), operation)),
  'ui-bg-account-delete': ({ accountId }) => deleteAccount(accountId),
  'ui-bg-begin-anew': () => done(beginAnew()),
  'ui-bg-own-site': ({ address, kept }) => done(keepOwnSite(address, kept)),
  'ui-bg-start-tool': async ({ tool }) => done(startTool(await activeTab(), tool)),
  'ui-bg-pill-show': ({ host }) => done(showAgain(host)),
  'page-bg-pill-state': (_, sender) => answerPill(sender),
  'page-bg-pill-open': (_, sender) => done(openOverlay(sender.tab?.id, { operation: 'generate', prompt: '' })),
  'page-bg-pick': ({ mark, operation }, sender) => done(openFromImage(pickedBy(sender, { by: 'mark', mark }), operation)),
  'page-bg-region': ({ box, operation }, sender) => done(openFromImage(pickedBy(sender, { by: 'region', box }), operation)),
  'page-bg-overlay-again': (_, sender) => done(openLast(sender.tab?.id)),
  'page-bg-start-tool': ({ tool }, sender) => startFromPage(sender.tab, tool),
  'page-bg-image-button': (_, sender) => done(putImageButton(sender.tab)),
  'page-bg-pill-place': ({ place }, sender) => done(keepPlace(sender.url ?? '', place)),
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  return tab?.id
}

/** A picture of the document that says so. */
function pickedBy({ tab, frameId = 0, url }: Sender, wanted: Wanted): Picked {
  if (tab?.id === undefined) throw new ApiError('BAD_REQUEST')
  return { tabId: tab.id, frameId, wanted, pageUrl: url ?? null, pageTitle: tab.title ?? null }
}

async function handle<T extends MessageType>(type: T, carried: unknown, sender: Sender): Promise<Answer<T>> {
  const parsed = messages[type]().carries.safeParse(carried)
  if (!parsed.success) throw new ApiError('BAD_REQUEST')
  // Just parsed by this very type's schema; TypeScript cannot follow the index.
  return handlers[type](parsed.data as Carried<T>, sender)
}

/** Answers a message, or leaves it alone: unknown ones, and those whose sender may not send them, get no answer. */
export function onMessage(raw: unknown, sender: Sender, answer: (reply: Reply) => void): boolean {
  const envelope = openEnvelope(raw)
  if (envelope === null) return false
  const { type, carried } = envelope
  if (!maySend(type, sender, chrome.runtime.id, chrome.runtime.getURL('').slice(0, -1))) return false
  handle(type, carried, sender).then(
    (value) => answer({ ok: true, answer: value }),
    (error: unknown) => {
      console.info('Toile:', type, error)
      answer({ ok: false, code: codeOf(error) })
    },
  )
  return true
}
