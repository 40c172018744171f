import { acquire, type Picked } from '../acquire/acquire'
import { problemOf } from '../failures'
import { injectTool, say } from '../page-tool/reach'
import { memory, type OverlaySession } from '../storage'
import { changeSession, createSession } from './overlay-sessions'
import { api } from './server'

const helloWithinMs = 1_000
const windowSize = { width: 436, height: 700 }

/** Opens the overlay for a picture: frame and bytes are fetched side by side, the overlay shows how far they are. */
export async function openFromImage(picked: Picked): Promise<string> {
  // First of all: the permission of a menu click is fresh now.
  const inside = await injectTool(picked.tabId, 0)
  const session = await createSession({ operation: 'vary', prompt: '', source: { state: 'acquiring' } })
  const shown = show(session.id, picked.tabId, picked.frameId === 0 ? picked.srcUrl : null, inside)
  await Promise.all([shown, fetchSource(session.id, picked)])
  return session.id
}

/** Opens the overlay for a print from words. */
export async function openFromWords(tabId: number | undefined, prompt: string): Promise<string> {
  const inside = tabId !== undefined && (await injectTool(tabId, 0))
  const session = await createSession({ operation: 'generate', prompt, source: null })
  await show(session.id, tabId, null, inside)
  return session.id
}

async function fetchSource(sessionId: string, picked: Picked): Promise<void> {
  const source = await acquire(picked, api.upload).catch((error: unknown): OverlaySession['source'] => {
    console.info('Toile: no picture', error)
    return { state: 'failed', ...problemOf(error) }
  })
  await changeSession(sessionId, { source })
}

/** In the page if it lets us, in a window of our own otherwise. */
async function show(sessionId: string, tabId: number | undefined, srcUrl: string | null, inside: boolean): Promise<void> {
  if (inside && tabId !== undefined) {
    await place({ sessionId, tabId, hello: false })
    const hello = helloOf(sessionId)
    await say(tabId, { type: 'bg-page-overlay-open', sessionId, srcUrl })
    if (await hello) return
    // A page with COEP, for one, shows an error in the frame's place.
    await say(tabId, { type: 'bg-page-overlay-close', sessionId })
  }
  const opened = await chrome.windows.create({
    type: 'popup',
    url: chrome.runtime.getURL(`tabs/overlay.html?session=${encodeURIComponent(sessionId)}`),
    ...windowSize,
  })
  const own = opened?.tabs?.[0]?.id
  if (own !== undefined) await place({ sessionId, tabId: own, hello: false })
}

type Place = Awaited<ReturnType<typeof memory.overlayPlaces.get>>[number]

/** A tab shows one overlay: a second opening replaces the first. */
async function place(where: Place): Promise<void> {
  await memory.overlayPlaces.update((all) => [
    ...all.filter((one) => one.tabId !== where.tabId && one.sessionId !== where.sessionId),
    where,
  ])
}

function helloOf(sessionId: string): Promise<boolean> {
  return new Promise((resolve) => {
    const controller = new AbortController()
    const settle = (hello: boolean): void => {
      clearTimeout(timer)
      controller.abort()
      resolve(hello)
    }
    const timer = setTimeout(() => settle(false), helloWithinMs)
    memory.overlayPlaces.watch((all) => {
      if (all.some((one) => one.sessionId === sessionId && one.hello)) settle(true)
    }, controller.signal)
  })
}

/** The overlay's page runs. */
export async function noteHello(sessionId: string): Promise<void> {
  await memory.overlayPlaces.update((all) => all.map((one) => (one.sessionId === sessionId ? { ...one, hello: true } : one)))
}

/** A tab is gone, and the overlay in it. */
export async function forgetTab(tabId: number): Promise<void> {
  await memory.overlayPlaces.update((all) => all.filter((one) => one.tabId !== tabId))
}

/** Closes it, wherever it is. The session stays: what was typed and asked is not lost. */
export async function closeOverlay(sessionId: string): Promise<void> {
  const where = (await memory.overlayPlaces.get()).find((one) => one.sessionId === sessionId)
  await memory.overlayPlaces.update((all) => all.filter((one) => one.sessionId !== sessionId))
  if (where === undefined) return
  const tab = await chrome.tabs.get(where.tabId).catch(() => null)
  if (tab?.url?.startsWith(chrome.runtime.getURL(''))) await chrome.tabs.remove(where.tabId)
  else await say(where.tabId, { type: 'bg-page-overlay-close', sessionId })
}
