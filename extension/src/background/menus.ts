import { maxPromptLength } from 'shared'
import type { Wanted } from '../acquire/picked'
import { type Entry, entries, type Priced, type Tool } from './menu-entries'
import { menuTitle } from './menu-title'
import { openFromImage, openOverlay } from './overlay'
import { hasSidePanel, openSidePanel } from './side-panel'
import type { Standing } from './standing'
import { startTool } from './tools'

type Click = chrome.contextMenus.OnClickData
type Tab = chrome.tabs.Tab

/** What this browser can do. */
function possible(): Entry[] {
  return entries.filter((entry) => !('tool' in entry) || entry.tool !== 'gallery' || hasSidePanel())
}

/** Makes the entries anew; the browser keeps them while the worker sleeps. */
export async function createMenus(standing: Standing): Promise<void> {
  await chrome.contextMenus.removeAll()
  for (const entry of possible()) {
    const { id, contexts } = entry
    chrome.contextMenus.create({ id, contexts: [...contexts], title: menuTitle(entry, standing) }, () => {
      if (chrome.runtime.lastError) console.error('Toile: no menu entry', chrome.runtime.lastError.message)
    })
  }
}

/** Brings the prices in the titles up to date. */
export async function titleMenus(standing: Standing): Promise<void> {
  await Promise.all(
    possible().map((entry) =>
      chrome.contextMenus
        .update(entry.id, { title: menuTitle(entry, standing) })
        // Just installed: `createMenus` is about to make it, with this same title.
        .catch((error: unknown) => console.info('Toile: no menu entry yet', error)),
    ),
  )
}

/** A chosen entry opens the overlay or a tool. It never spends: only Generate in the overlay does. */
export async function onMenuClick(info: Click, tab: Tab | undefined): Promise<void> {
  const entry = entries.find(({ id }) => id === info.menuItemId)
  if (entry === undefined || tab?.id === undefined) return
  // The browser opens the gallery from the click itself only: nothing is awaited before.
  if ('tool' in entry) await openTool(entry.tool, { ...tab, id: tab.id })
  else await openOperation(entry.operation, info, { ...tab, id: tab.id })
}

function openTool(tool: Tool, tab: Tab & { id: number }): Promise<unknown> {
  if (tool === 'gallery') return openSidePanel(tab.windowId)
  return tool === 'words' ? openOverlay(tab.id, { operation: 'generate', prompt: '' }) : startTool(tab.id, tool)
}

function openOperation(operation: Priced, info: Click, tab: Tab & { id: number }): Promise<unknown> {
  if (operation === 'generate') {
    const prompt = (info.selectionText ?? '').trim().slice(0, maxPromptLength)
    return openOverlay(tab.id, { operation, prompt })
  }
  const { frameId = 0, srcUrl, pageUrl, frameUrl } = info
  const wanted: Wanted = srcUrl ? { by: 'address', srcUrl } : { by: 'point' }
  const place = { tabId: tab.id, frameId, pageUrl: frameUrl ?? pageUrl ?? null, pageTitle: tab.title ?? null }
  return openFromImage({ ...place, wanted }, operation)
}
