/** What the browser may lack: Firefox has a sidebar in its place. */
interface Panels {
  sidePanel?: { open?: (where: { windowId: number }) => Promise<void> }
  sidebarAction?: { open?: () => Promise<void> }
}

const page = 'sidepanel.html'
const windowSize = { width: 436, height: 860 }

/**
 * Shows the gallery beside the page. The browser opens its side panel only within a click or a shortcut: call this first in
 * the listener, before anything is awaited. Where it has none, or opens none, a window of our own shows the same.
 */
export async function openSidePanel(windowId: number | undefined): Promise<void> {
  try {
    if (await openBeside(windowId)) return
  } catch (error) {
    console.info('Toile: no side panel, a window instead', error)
  }
  await openInWindow()
}

/** Whether this browser can show it beside a page at all, so that a menu entry says the truth. */
export function hasSidePanel(): boolean {
  const { sidePanel, sidebarAction } = chrome as Panels
  return sidePanel?.open !== undefined || sidebarAction?.open !== undefined
}

/** Without an `await` before the browser's own call: the click would be over. */
function openBeside(windowId: number | undefined): Promise<boolean> {
  const { sidePanel, sidebarAction } = chrome as Panels
  if (sidePanel?.open && windowId !== undefined) return sidePanel.open({ windowId }).then(() => true)
  if (sidebarAction?.open) return sidebarAction.open().then(() => true)
  return Promise.resolve(false)
}

/** One window is enough: it comes to the front again. */
async function openInWindow(): Promise<void> {
  const url = chrome.runtime.getURL(page)
  const [open] = await chrome.tabs.query({ url: `${url}*`, windowType: 'popup' })
  if (open?.windowId !== undefined) await chrome.windows.update(open.windowId, { focused: true })
  else await chrome.windows.create({ type: 'popup', url, ...windowSize })
}
