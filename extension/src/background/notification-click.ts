import { wished } from '../overlay-session'
import { memory } from '../storage'
import { isAlert } from './notify-alerts'
import { generationOf } from './notify-finished'
import { openAgain, openOverlay } from './overlay'
import { api } from './server'

/** A notification was clicked: its images, or the wallet, come to the front. */
export async function onNotificationClick(notificationId: string): Promise<void> {
  await chrome.notifications.clear(notificationId)
  const generationId = generationOf(notificationId)
  if (generationId !== null) return showImages(generationId)
  if (isAlert(notificationId)) await showWallet()
}

/** In the overlay that asked for them, brought back; else in one of their own. */
async function showImages(generationId: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  if (tab !== undefined) await chrome.windows.update(tab.windowId, { focused: true })
  const sessions = Object.values(await memory.overlaySessions.get())
  const session = sessions.find((one) => one.generationId === generationId)
  if (session !== undefined) return openAgain(session.id, tab?.id)
  const { intentId, operation, prompt } = await api.generation(generationId)
  await openOverlay(tab?.id, { operation: wished.safeParse(operation).data ?? 'vary', prompt, intentId, generationId })
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
