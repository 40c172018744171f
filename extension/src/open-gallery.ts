import { ask } from './messages'

/** Opens the gallery beside the page, from a click in one of our own pages. */
export async function openGallery(): Promise<void> {
  const { id } = await chrome.windows.getCurrent()
  await ask('ui-bg-open-panel', { windowId: id ?? null })
}
