import imageButtonFile from 'url:../image-button/index.ts'
import pickerFile from 'url:../picker/index.ts'
import regionFile from 'url:../region/index.ts'
import type { PageTool } from '../acquire/picked'
import { inject } from '../page-tool/reach'
import { openOverlay } from './overlay'

const files: Record<PageTool, string> = { picker: pickerFile, region: regionFile }

/**
 * Starts a tool in a page; one that is at work there already starts anew. A page that lets nobody in (the browser's own,
 * its store) gets the overlay in a window instead, where a file can be chosen, pasted or dropped.
 */
export async function startTool(tabId: number | undefined, tool: PageTool): Promise<void> {
  if (tabId !== undefined && (await inject(tabId, 0, files[tool]))) return
  await openOverlay(undefined, { operation: 'vary', prompt: '' })
}

/** Puts the button for pictures into a page that has the pill. */
export async function putImageButton(tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (tab?.id !== undefined) await inject(tab.id, 0, imageButtonFile)
}

/**
 * Starts a tool for a click in the page itself. Answers false where that gives no right to a photograph, which a region
 * is: there the browser's own menu is the way.
 */
export async function startFromPage(tab: chrome.tabs.Tab | undefined, tool: PageTool): Promise<boolean> {
  if (tab !== undefined && tool === 'region' && !(await canPhotograph(tab.windowId))) return false
  await startTool(tab?.id, tool)
  return true
}

/**
 * Whether the window can be photographed now: after a click in the browser's own menu or toolbar or a shortcut it can, after
 * one in the page only with the permission for all sites. Photographing is the one way to know.
 */
async function canPhotograph(windowId: number): Promise<boolean> {
  try {
    await chrome.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 1 })
    return true
  } catch (error) {
    console.info('Toile: no photograph from here', error)
    return false
  }
}
