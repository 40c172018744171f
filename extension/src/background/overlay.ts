import { pinDown } from '../acquire/ask-page'
import type { Picked, Wanted } from '../acquire/picked'
import type { OverlaySession, Wished } from '../overlay-session'
import { injectTool, say } from '../page-tool/reach'
import { memory, readOverlaySession } from '../storage'
import { lookForAnswers } from './answers'
import { beginAnew } from './farewell'
import { fetchSource } from './fetch-source'
import { helloOf, isOwn, noteMinimised, opening, type Place, place, placeOf, settle, tabOf } from './overlay-places'
import { createSession, noteLeft, settleAbandoned } from './overlay-sessions'
import { dropQuestion } from './questions'

const windowSize = { width: 436, height: 700 }

/**
 * Opens the overlay for a picture: frame and bytes are fetched side by side, the overlay shows how far they are.
 * `target` is Firefox's name for the clicked element.
 */
export async function openFromImage(meant: Picked, operation: Wished, target: number | null = null): Promise<string> {
  // First of all: the permission of a menu click is fresh now.
  const [inside, picked] = await Promise.all([injectTool(meant.tabId, 0), pinDown(meant, target), beginAnew()])
  const acquiring = { operation, prompt: '', source: { state: 'acquiring' }, intentId: null } as const
  const { id, createdAt } = await createSession(acquiring, picked)
  const shown = show(id, picked.tabId, picked.frameId === 0 ? picked.wanted : null, inside)
  await Promise.all([shown, fetchSource(id, picked, createdAt)])
  return id
}

/** What an overlay that is about no picture in a page begins with: nothing, words, a draft that waited for credits, or images. */
type Beginning = Pick<OverlaySession, 'operation' | 'prompt'> &
  Partial<Pick<OverlaySession, 'intentId' | 'generationId' | 'source' | 'again'>>

/** Opens the overlay for a print from words, or for a draft. */
export async function openOverlay(tabId: number | undefined, beginning: Beginning): Promise<string> {
  const [inside] = await Promise.all([tabId !== undefined && injectTool(tabId, 0), beginAnew()])
  const { id } = await createSession({ source: null, intentId: null, ...beginning })
  await show(id, tabId, null, inside)
  return id
}

/** In the page if it lets us, in a window of our own otherwise. */
async function show(sessionId: string, tabId: number | undefined, wanted: Wanted | null, inside: boolean): Promise<void> {
  if (inside && tabId !== undefined) {
    await place({ sessionId, tabId, framed: true, hello: false, minimised: false })
    const hello = helloOf(sessionId)
    const seen = await say(tabId, { type: 'bg-page-overlay-open', sessionId, wanted })
    if (seen !== false && (await hello)) return
    // A page with COEP, for one, shows an error in the frame's place; another lays a modal dialogue over it.
    await say(tabId, { type: 'bg-page-overlay-close', sessionId })
    // Closed meanwhile, or replaced by a second opening in the same tab: nobody waits for this one.
    if ((await placeOf(sessionId)) === undefined) return
  }
  // Known before it opens: its page says hello sooner than the browser tells its tab.
  await place({ sessionId, tabId: opening, framed: false, hello: false, minimised: false })
  const opened = await chrome.windows.create({
    type: 'popup',
    url: chrome.runtime.getURL(`tabs/overlay.html?session=${encodeURIComponent(sessionId)}`),
    ...windowSize,
  })
  const own = opened?.tabs?.[0]?.id
  if (own !== undefined) await settle(sessionId, own)
}

/**
 * An overlay's page runs. Answers whether it is where that session was opened: an address that got about opens nobody's
 * session in another tab, nor in a tab of its own what was opened over a page.
 */
export async function noteHello(sessionId: string, sender: chrome.runtime.MessageSender): Promise<boolean> {
  const where = await placeOf(sessionId)
  if (!isInPlace(where, sender)) return false
  await Promise.all([
    memory.overlayPlaces.update((all) => all.map((one) => (one.sessionId === sessionId ? { ...one, hello: true } : one))),
    settleAbandoned(sessionId),
  ])
  return true
}

function isInPlace(where: Place | undefined, { tab, frameId }: chrome.runtime.MessageSender): boolean {
  return where?.framed === (frameId !== 0) && (where.tabId === tab?.id || where.tabId === opening)
}

/** A tab is gone, and the overlay in it, with the question that it had open: nobody is left to do what a yes would mean. */
export async function forgetTab(tabId: number): Promise<void> {
  const gone = (await memory.overlayPlaces.get()).filter((one) => one.tabId === tabId)
  if (gone.length === 0) return
  await Promise.all(gone.flatMap(({ sessionId }) => [noteLeft(sessionId), dropQuestion(sessionId)]))
  await memory.overlayPlaces.update((all) => all.filter((one) => one.tabId !== tabId))
  lookForAnswers()
}

/** Closes it, wherever it is. What it has asked for is followed further, also where its answer was on the way. */
export async function closeOverlay(sessionId: string): Promise<void> {
  const where = await placeOf(sessionId)
  await noteLeft(sessionId)
  await memory.overlayPlaces.update((all) => all.filter((one) => one.sessionId !== sessionId))
  lookForAnswers()
  await dropQuestion(sessionId)
  if (where === undefined) return
  // A tab that is gone took its overlay along: then telling it to close does no harm.
  const tab = await tabOf(where)
  if (isOwn(tab)) await chrome.tabs.remove(where.tabId)
  else await say(where.tabId, { type: 'bg-page-overlay-close', sessionId })
}

/** Puts it out of sight: hidden in its page, where it goes on, or its window made small. */
export async function minimiseOverlay(sessionId: string): Promise<void> {
  const where = await placeOf(sessionId)
  if (where === undefined) return
  const tab = await tabOf(where)
  if (tab === null) return
  if (!isOwn(tab)) await say(where.tabId, { type: 'bg-page-overlay-hide', sessionId })
  else if (await isPopupWindow(tab.windowId)) await chrome.windows.update(tab.windowId, { state: 'minimized' })
  else return
  await Promise.all([noteMinimised(sessionId, true), noteLeft(sessionId)])
}

async function isPopupWindow(windowId: number): Promise<boolean> {
  return (await chrome.windows.get(windowId)).type === 'popup'
}

/**
 * Brings an overlay back where it stands; one that was closed, or went with its page, is opened in `tabId` with its draft and
 * its images. One that is gone for good stays so.
 */
export async function openAgain(sessionId: string, tabId: number | undefined): Promise<void> {
  if ((await readOverlaySession(sessionId)) === null) return
  const where = await placeOf(sessionId)
  if (where !== undefined && (await bringBack(where))) return noteMinimised(sessionId, false)
  const inside = tabId !== undefined && (await injectTool(tabId, 0))
  await show(sessionId, tabId, null, inside)
}

/** Answers false where it is not there any more: its tab was closed, or went on to another page. */
async function bringBack(where: Place): Promise<boolean> {
  const { sessionId, tabId } = where
  const tab = await tabOf(where)
  if (tab === null) return false
  const there = isOwn(tab) || (await say(tabId, { type: 'bg-page-overlay-show', sessionId })) === true
  if (!there) return false
  await chrome.tabs.update(tabId, { active: true })
  await chrome.windows.update(tab.windowId, { focused: true })
  return true
}

/** Brings back what was put out of sight in this tab, or else opens the newest overlay that stands nowhere. */
export async function openLast(tabId: number | undefined): Promise<void> {
  const places = await memory.overlayPlaces.get()
  const here = places.find((one) => one.tabId === tabId)
  const sessions = Object.values(await memory.overlaySessions.get()).toSorted((a, b) => b.createdAt - a.createdAt)
  const closed = sessions.find(({ id }) => !places.some(({ sessionId }) => sessionId === id))
  const last = here?.sessionId ?? closed?.id
  if (last !== undefined) await openAgain(last, tabId)
}
