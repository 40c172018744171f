import { memory } from '../storage'

const helloWithinMs = 1_000
/** The tab of a window that is being opened. */
export const opening = -1

/** The window stands, in the tab that the browser gave it. */
export async function settle(sessionId: string, tabId: number): Promise<void> {
  await memory.overlayPlaces.update((all) =>
    all.map((one) => (one.sessionId === sessionId && one.tabId === opening ? { ...one, tabId } : one)),
  )
}

/** Where an overlay stands: framed in a tab's page, or alone in a window of ours. */
export type Place = Awaited<ReturnType<typeof memory.overlayPlaces.get>>[number]

/** A tab shows one overlay: a second opening replaces the first. */
export async function place(where: Place): Promise<void> {
  await memory.overlayPlaces.update((all) => [
    ...all.filter((one) => (one.tabId !== where.tabId || one.tabId === opening) && one.sessionId !== where.sessionId),
    where,
  ])
}

/** Where that session's overlay stands; undefined where it stands nowhere. */
export async function placeOf(sessionId: string): Promise<Place | undefined> {
  return (await memory.overlayPlaces.get()).find((one) => one.sessionId === sessionId)
}

/** Whether the overlay's page says hello within a second. */
export function helloOf(sessionId: string): Promise<boolean> {
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

/** Keeps whether it is out of sight. */
export async function noteMinimised(sessionId: string, minimised: boolean): Promise<void> {
  await memory.overlayPlaces.update((all) => all.map((one) => (one.sessionId === sessionId ? { ...one, minimised } : one)))
}

/** The tab it stands in; null where that was closed, or is still being opened. */
export async function tabOf({ tabId }: Place): Promise<chrome.tabs.Tab | null> {
  // The browser knows no other answer for a tab that is gone than an error.
  return chrome.tabs.get(tabId).catch(() => null)
}

/** An overlay that stands alone in a window of ours, not in a page. */
export function isOwn(tab: chrome.tabs.Tab | null): boolean {
  return tab?.url?.startsWith(chrome.runtime.getURL('tabs/overlay.html')) ?? false
}
