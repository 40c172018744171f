import { ask } from '../messages'

/** Puts this overlay out of sight, with all that is in it. */
export async function minimiseOverlay(sessionId: string): Promise<void> {
  await ask('ui-bg-overlay-minimise', { sessionId })
}

/** Closes this overlay: its frame, or the window that it is alone in. */
export async function closeOverlay(sessionId: string): Promise<void> {
  try {
    await ask('ui-bg-overlay-close', { sessionId })
  } catch (error) {
    console.warn('Toile: the worker did not close the overlay', error)
  }
  if (window !== window.top) return
  // The worker knows no more of overlays from before the browser was restarted; those stand in windows and tabs.
  const own = await chrome.tabs.getCurrent()
  if (own?.id !== undefined) await chrome.tabs.remove(own.id)
}
