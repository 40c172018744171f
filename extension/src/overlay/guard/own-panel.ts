import { watchOwnWindow } from './own-window'
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

function watch(): Witness {
  const always = new AbortController().signal
  followZoom().catch((error: unknown) => console.warn('Toile: the zoom is not known, clicks are asked for twice', error))
  return window === window.top ? watchOwnWindow(() => zoom, always) : startWitness(() => zoom, always)
}

/** Watches over this very page, from its first moment on: a panel in a page, or alone in a window of ours. */
export const ownPanel: Witness = watch()
