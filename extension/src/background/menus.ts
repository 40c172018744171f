import { maxPromptLength } from 'shared'
import { entries, type Kind, menuTitle } from './menu-title'
import { openFromImage, openOverlay } from './overlay'
import type { Standing } from './standing'

const kinds: Kind[] = ['vary', 'generate']

/** Makes the entries anew; the browser keeps them while the worker sleeps. */
export async function createMenus(standing: Standing): Promise<void> {
  await chrome.contextMenus.removeAll()
  for (const kind of kinds) {
    const { id, contexts } = entries[kind]
    chrome.contextMenus.create({ id, contexts: [...contexts], title: menuTitle(kind, standing) }, () => {
      if (chrome.runtime.lastError) console.error('Toile: no menu entry', chrome.runtime.lastError.message)
    })
  }
}

/** Brings the prices in the titles up to date. */
export async function titleMenus(standing: Standing): Promise<void> {
  await Promise.all(
    kinds.map((kind) =>
      chrome.contextMenus
        .update(entries[kind].id, { title: menuTitle(kind, standing) })
        // Just installed: `createMenus` is about to make it, with this same title.
        .catch((error: unknown) => console.info('Toile: no menu entry yet', error)),
    ),
  )
}

/** A chosen entry opens the overlay. It never spends: only Generate there does. */
export async function onMenuClick(info: chrome.contextMenus.OnClickData, tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return
  if (info.menuItemId === entries.generate.id) {
    const prompt = (info.selectionText ?? '').trim().slice(0, maxPromptLength)
    await openOverlay(tab.id, { operation: 'generate', prompt })
  } else if (info.menuItemId === entries.vary.id && info.srcUrl) {
    const { frameId = 0, srcUrl, pageUrl, frameUrl } = info
    const where = { tabId: tab.id, frameId, pageUrl: frameUrl ?? pageUrl ?? null, pageTitle: tab.title ?? null }
    await openFromImage({ ...where, wanted: { by: 'address', srcUrl } }, 'vary')
  }
}
