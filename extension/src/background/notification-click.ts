import { memory, wished } from '../storage'
import { isAlert } from './notify-alerts'
import { generationOf } from './notify-finished'
import { openOverlay } from './overlay'
import { api } from './server'

/** A notification was clicked: its images, or the wallet, come to the front. */
export async function onNotificationClick(notificationId: string): Promise<void> {
  await chrome.notifications.clear(notificationId)
  const generationId = generationOf(notificationId)
  if (generationId !== null) return showImages(generationId)
  if (isAlert(notificationId)) await showWallet()
}

/** Where they were asked for, if that overlay is still open; else in an overlay of their own. */
async function showImages(generationId: string): Promise<void> {
  if (await toOpenOverlay(generationId)) return
  const { intentId, operation, prompt } = await api.generation(generationId)
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  if (tab !== undefined) await chrome.windows.update(tab.windowId, { focused: true })
  await openOverlay(tab?.id, { operation: wished.safeParse(operation).data ?? 'vary', prompt, intentId, generationId })
}

async function toOpenOverlay(generationId: string): Promise<boolean> {
  const sessions = Object.values(await memory.overlaySessions.get()).filter((one) => one.generationId === generationId)
  const places = await memory.overlayPlaces.get()
  const place = places.find(({ sessionId, hello }) => hello && sessions.some(({ id }) => id === sessionId))
  if (place === undefined) return false
  const tab = await chrome.tabs.update(place.tabId, { active: true })
  if (tab !== undefined) await chrome.windows.update(tab.windowId, { focused: true })
  return true
}

/** The popup; a browser without a window in front does not open it, and gets it as a tab. */
async function showWallet(): Promise<void> {
  try {
    await chrome.action.openPopup()
  } catch (error) {
    console.info('Toile: no popup', error)
    await chrome.tabs.create({ url: chrome.runtime.getURL('popup.html') })
  }
}
