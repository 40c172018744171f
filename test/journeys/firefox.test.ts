import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildForFirefox, type Firefox, findFirefox, launchFirefox, newOrigin } from '../support/firefox.ts'
import { readLedger } from '../support/ledger.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'

const executable = findFirefox()
if (executable === null) console.log('There is no Firefox here: its journey is left out. FIREFOX_PATH names one.')

const stack = new Stack()
let server: RunningServer
let firefox: Firefox

beforeAll(async () => {
  if (executable === null) return
  buildForFirefox()
  const origin = newOrigin()
  const dataFolder = stack.add(await temporaryFolder('firefox'), removeFolder)
  server = stack.add(await startServer({ dataFolder, env: { TOILE_EXTENSION_ORIGINS: origin } }), (running) => running.stop())
  firefox = stack.add(await launchFirefox(executable, origin), (running) => running.close())
})
afterAll(() => stack.close())

const says = (page: Page, words: RegExp) =>
  until(
    `the page to say ${words}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => words.test(text),
  )

/** The overlay's page, once the browser has opened it. Firefox names no address of an extension's pages: they are asked. */
async function overlayPage(): Promise<Page> {
  const find = async () => {
    for (const page of await firefox.browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '')
      if (address.includes('/tabs/overlay.html')) return page
    }
    return null
  }
  const page = await until('the overlay', find, (found) => found !== null)
  if (page === null) throw new Error('The overlay came and went')
  return page
}

/** Brings the pointer over the window, as one does before a click: one that has only just come there may not have been meant for it. */
async function comeNear({ mouse }: Page): Promise<void> {
  for (const x of [40, 60, 80]) await mouse.move(x, 40)
  await new Promise((resolve) => setTimeout(resolve, 700))
}

test.skipIf(executable === null)('in a real Firefox a print from words arrives, for one debit', async () => {
  const options = await firefox.openOwn('options.html')
  await options.evaluate((serverUrl) => chrome.storage.local.set({ settings: { serverUrl } }), server.url)
  const popup = await firefox.openOwn('popup.html')
  await says(popup, /25\s+trial credits/)
  await popup.locator('::-p-text(New print from words)').click()

  const overlay = await overlayPage()
  await overlay.locator('textarea').fill('navy stripes on cream')
  await says(overlay, /4 credits · 21 left after/)
  await comeNear(overlay)
  await overlay.locator('::-p-aria(Generate 4 images)').click()
  await says(overlay, /4 of 4 images/)
  const widths = await overlay.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll<HTMLImageElement>('.tile img')].map((image) => image.decode().then(() => image.naturalWidth)),
    ),
  )
  expect(widths).toHaveLength(4)
  expect(Math.min(...widths)).toBeGreaterThan(100)
  const { holds, lots } = readLedger(server.dataFolder)
  expect(holds).toMatchObject([{ amount: 4, captured: 4, released: 0 }])
  expect(lots).toMatchObject([{ kind: 'trial', available: 21, held: 0, spent: 4 }])
})
