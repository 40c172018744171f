import toolFile from 'url:./index.ts'
import type { BgPageMessage } from '../page-messages'

const retryEveryMs = 20
const patienceMs = 500

/** Puts the page tool into a frame; false where the browser lets nobody in. */
export async function injectTool(tabId: number, frameId: number): Promise<boolean> {
  return (await hasToolBuiltIn(tabId)) || inject(tabId, frameId, toolFile)
}

/**
 * Puts a built file of ours into a frame. Tried again for half a second: after a menu click the permission
 * arrives late in one case of ten. Answers false where the browser lets nobody in.
 */
export async function inject(tabId: number, frameId: number, address: string): Promise<boolean> {
  const file = new URL(address, location.href).pathname
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file], injectImmediately: true })
      return true
    } catch (error) {
      if (Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, retryEveryMs))
        continue
      }
      // The browser's own pages, its store, or no permission: a window is the way on.
      console.info('Toile: no way into this page', error)
      return false
    }
  }
}

/** The welcome page carries the tool itself: nothing can be injected into pages of the extension's own. */
async function hasToolBuiltIn(tabId: number): Promise<boolean> {
  // A tab that is gone, or whose address is none of our business, has none.
  const tab = await chrome.tabs.get(tabId).catch(() => null)
  return tab?.url?.startsWith(chrome.runtime.getURL('tabs/welcome.html')) ?? false
}

/** Says something to a frame's scripts; null where none of them answers. */
export async function say(tabId: number, message: BgPageMessage, frameId = 0): Promise<unknown> {
  try {
    return (await chrome.tabs.sendMessage<BgPageMessage, unknown>(tabId, message, { frameId })) ?? null
  } catch (error) {
    // The page went away, or has no script of ours: both are usual.
    console.info('Toile: the page did not answer', message.type, error)
    return null
  }
}
