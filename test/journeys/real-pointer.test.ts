import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn } from '../support/overlay.ts'
import { type Screen, startScreen } from '../support/screen.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let screen: Screen | null = null
let studio: Studio | null = null
beforeAll(async () => {
  screen = await startScreen()
  if (screen === null) console.log('Skipped: a real pointer needs Xvfb and xdotool (Debian: apt-get install xvfb xdotool).')
  else studio = await openStudio({ display: screen.display })
})
afterAll(async () => {
  await studio?.close()
  screen?.close()
})

test('a real right-click on a picture offers Toile in the browser’s own menu, and its first entry opens the overlay with the price', async ({
  skip,
}) => {
  if (screen === null || studio === null) return skip()
  // Whoever has seen a pill has a balance: the entries name prices.
  await studio.browser.open(`${studio.server.url}/try`)
  await badgeSays(studio.browser, '25')
  const page = await studio.browser.open(`${studio.site.strangeUrl}/photo`)
  const photo = page.locator('#photo')
  await photo.evaluate(async (image) => {
    if (image instanceof HTMLImageElement) await image.decode()
  })
  const box = await photo.boundingBox()
  if (box === null) throw new Error('The page has no photograph')
  await screen.rightClick(page, box.x + box.width / 2, box.y + box.height / 2)
  // From the end: the entry of the developers' tools, then Toile's, whose own menu begins with variations.
  screen.press('Up', 'Up', 'Right', 'Return')
  const overlay = await overlayIn(page)
  await generateButton(overlay).waitFor()
  expect(await overlay.getByRole('dialog').innerText()).toContain('4 credits · 21 left after · from Trial')
  expect(await overlay.getByRole('tab', { selected: true }).innerText()).toContain('Variations')
  expect(readLedger(studio.server.dataFolder).holds).toEqual([])
})

test('the second of two real clicks, the first of which closed a window over the one that asks, falls through to it and spends nothing', async ({
  skip,
}) => {
  if (screen === null || studio === null) return skip()
  const { browser, server } = studio
  const overlay = await overlayIn(browser.context.pages().at(-1) ?? fail())
  const page = overlay.page()
  await page.evaluate(`document.documentElement.style.opacity = '0.02'`)
  const asking = browser.context.waitForEvent('page')
  await generateButton(overlay).click()
  const question = await asking
  // It is to know when it is behind another window: to Playwright every page is in front.
  const protocol = await browser.context.newCDPSession(question)
  await protocol.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const confirm = question.getByRole('button', { name: 'Confirm · 4 credits' })
  await confirm.and(question.locator(':not([aria-disabled])')).waitFor()
  const box = (await confirm.boundingBox()) ?? fail()
  await question.evaluate(() => {
    addEventListener('click', ({ isTrusted }) => Reflect.set(window, 'fellThrough', isTrusted))
  })

  const lure = await layOver(question)
  await until('the window that asks to be behind', () => question.evaluate(() => !document.hasFocus()), Boolean)
  await screen.clickTwice(lure, box.x + box.width / 2, box.y + box.height / 2, 250)
  await until('the second click', () => question.evaluate(() => Reflect.get(window, 'fellThrough')), Boolean)
  expect(lure.isClosed()).toBe(true)
  expect(question.isClosed()).toBe(false)
  expect(readLedger(server.dataFolder).holds).toEqual([])
})

/** A window in the very place of another one, which goes as soon as it is pressed. */
async function layOver(under: Page): Promise<Page> {
  const { context, worker } = studio?.browser ?? fail()
  const [left, top, width, height] = await under.evaluate(() => [screenX, screenY, outerWidth, outerHeight] as const)
  const opening = context.waitForEvent('page')
  await worker.evaluate(async ([url, place]) => void (await chrome.windows.create({ type: 'popup', url, ...place })), [
    `${studio?.site.url}/brief`,
    { left, top, width, height },
  ] as const)
  const lure = await opening
  await lure.waitForLoadState()
  await lure.evaluate(() => addEventListener('mousedown', () => close()))
  return lure
}

function fail(): never {
  throw new Error('There is no such page')
}
