import { startWitness, type Witness } from './witness'

let zoom = 1

/** Follows the tab's zoom: by it places on the screen are compared with places in the panel. */
async function followZoom(): Promise<void> {
  const tab = await chrome.tabs.getCurrent()
  if (tab?.id === undefined) return
  chrome.tabs.onZoomChange.addListener(({ tabId, newZoomFactor }) => {
    if (tabId === tab.id) zoom = newZoomFactor
  })
  zoom = await chrome.tabs.getZoom(tab.id)
}

function watch(): Witness | null {
  // In a window or a tab of our own nothing can be laid over us.
  if (window === window.top) return null
  followZoom().catch((error: unknown) => console.warn('Toile: the zoom is not known, clicks are asked for twice', error))
  return startWitness(() => zoom, new AbortController().signal)
}

/** Watches over this very page, from its first moment on; null where no page is around it. */
export const ownPanel: Witness | null = watch()
