import type { Page } from 'playwright-core'
import type { Browser } from './browser.ts'
import { until } from './until.ts'

/** What the browser would tell the extension about the place of a right-click. */
type Place = { mediaType?: 'image'; srcUrl?: string; selectionText?: string; frameUrl?: string }

/** Right-clicks a picture and chooses "Make variations…". */
export async function rightClickImage(browser: Browser, page: Page, selector: string): Promise<void> {
  const picture = page.locator(selector).first()
  await picture.scrollIntoViewIfNeeded()
  const srcUrl = await picture.evaluate(async (element) => {
    if (!(element instanceof HTMLImageElement)) throw new Error('A right-click needs an <img>')
    await element.decode()
    return element.currentSrc
  })
  await chooseInMenu(browser, page, 'toile-vary', { mediaType: 'image', srcUrl })
}

/** Selects the text of an element, right-clicks it and chooses "Make images from this text…". */
export async function rightClickText(browser: Browser, page: Page, selector: string): Promise<void> {
  await page.locator(selector).selectText()
  const selectionText = await page.evaluate(() => String(getSelection()))
  await chooseInMenu(browser, page, 'toile-generate', { selectionText })
}

/** The titles of the entries, by id, as the browser is given them: they are looked at while the server goes and comes back. */
export async function menuTitles({ worker }: Browser): Promise<Record<string, string>> {
  const titles = await worker.evaluateHandle(() => {
    const given: Record<string, string> = {}
    const { update } = chrome.contextMenus
    const watched = (id: string, entry: { title: string }) => {
      given[id] = entry.title
      return update(id, entry)
    }
    Object.assign(chrome.contextMenus, { update: watched })
    return given
  })
  await worker.evaluate(() => chrome.storage.session.set({ reachable: false }))
  await worker.evaluate(() => chrome.storage.session.set({ reachable: true }))
  return until(
    'the titles to name prices',
    () => titles.jsonValue(),
    (given) => given['toile-vary']?.includes('·') ?? false,
  )
}

/**
 * The menu is the browser's own and no script can click in it: its event is dispatched in the worker, with what the
 * browser would put into it.
 */
export async function chooseInMenu({ worker }: Browser, page: Page, menuItemId: string, place: Place): Promise<void> {
  await page.bringToFront()
  const info = { menuItemId, editable: false, frameId: 0, pageUrl: page.url(), ...place }
  await worker.evaluate(async (clicked) => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' })
    if (tab === undefined) throw new Error('No tab is in front')
    if (clicked.frameUrl !== undefined) {
      const target = { tabId: tab.id ?? -1, allFrames: true }
      const frames = await chrome.scripting.executeScript({ target, func: () => location.href })
      clicked.frameId = frames.find(({ result }) => result === clicked.frameUrl)?.frameId ?? clicked.frameId
    }
    const { onClicked } = chrome.contextMenus
    // Chromium's events can be dispatched by the extension itself; the types know nothing of it.
    if (!('dispatch' in onClicked) || typeof onClicked.dispatch !== 'function')
      throw new Error('This browser dispatches no events')
    onClicked.dispatch(clicked, tab)
  }, info)
}
