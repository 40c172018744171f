import { cp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { extensionFolder } from 'server/operator/prepare'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Browser, badgeSays, launchBrowser } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { createGate } from '../support/gate.ts'
import { ledgerFaults, readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import { type Relay, startRelay } from '../support/relay.ts'
import { removeFolder, temporaryFolder } from '../support/server.ts'
import { shown } from '../support/shown.ts'
import { type Site, startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { stopWorker } from '../support/stop-worker.ts'
import { startTestApp } from '../support/test-app.ts'
import { until } from '../support/until.ts'
import { watchedEngine } from '../support/watched-engine.ts'

const stack = new Stack()
const drawing = createGate()
let relay: Relay
let site: Site
let ledgerFolder: string
let profile: string
let browser: Browser

const launch = async () => {
  browser = stack.add(await launchBrowser({ serverUrl: relay.url, profile }), (running) => running.close())
}

beforeAll(async () => {
  const engine = watchedEngine(() => drawing.pass())
  const app = stack.add(await startTestApp({ engines: [engine] }), (running) => running.close())
  ledgerFolder = dirname(app.database.file)
  relay = stack.add(await startRelay(app.url), (running) => running.close())
  site = stack.add(await startSite(), (running) => running.close())
  profile = stack.add(await temporaryFolder('profile'), removeFolder)
  await launch()
})
afterEach(async () => {
  relay.after = () => {}
  expect(await ledgerFaults(ledgerFolder)).toEqual([])
})
afterAll(async () => {
  drawing.open()
  await stack.close()
})

const spent = () => readLedger(ledgerFolder).moved('held', 'spent')
const taken = (count: number) =>
  until(
    'the request to be taken in',
    () => readLedger(ledgerFolder).jobs.length,
    (jobs) => jobs === count,
  )
const allDrawn = () =>
  until(
    'the images to be drawn',
    () => readLedger(ledgerFolder).jobs.every(({ state }) => state === 'delivered'),
    (all) => all,
  )
const streamsAre = (count: number) =>
  until(
    `${count} live streams`,
    () => relay.open().filter((path) => path.includes('live.events')).length,
    (open) => open === count,
  )
/** What the system was told to show. */
const notified = () =>
  until(
    'a notification',
    async () => Object.keys(await browser.worker.evaluate(() => chrome.notifications.getAll()).catch(() => ({}))),
    (ids) => ids.length > 0,
  )
const clearNotifications = () =>
  browser.worker.evaluate(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id)
  })

/**
 * The system's notification is in no page: its event is dispatched in the worker, with the id that the system was told. Twice, as by a
 * hand that clicks twice.
 */
const clickNotification = async (page: Page) => {
  const [id = ''] = await notified()
  await page.bringToFront()
  await browser.worker.evaluate((clicked) => {
    const { onClicked } = chrome.notifications
    // Chromium's events can be dispatched by the extension itself; the types know nothing of it.
    if (!('dispatch' in onClicked) || typeof onClicked.dispatch !== 'function')
      throw new Error('This browser dispatches no events')
    onClicked.dispatch(clicked)
    onClicked.dispatch(clicked)
  }, id)
}
const panels = () =>
  browser.context
    .pages()
    .flatMap((page) => page.frames())
    .filter((frame) => frame.url().includes('/tabs/overlay.html')).length

/** Four images are asked for, and the engine is held up over them. */
async function askForFour() {
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  drawing.shut()
  await generateButton(overlay).click()
  return { page, overlay }
}

test("a worker stopped in the middle of a generation: the next one finds the images, the badge is right, and the notification's click event shows them", async () => {
  const { page } = await askForFour()
  await taken(4)
  await badgeSays(browser, '0/4')
  await page.close()
  await stopWorker(browser)
  // No page is left that hears of the images: the worker has the browser's one stream meanwhile, and shares it with who comes.
  await streamsAre(1)
  const popup = await browser.openOwn('popup.html')
  await shown(popup, '4 set aside for images on their way').waitFor()
  await streamsAre(1)
  await popup.close()
  drawing.open()
  await badgeSays(browser, '21')
  await streamsAre(0)
  expect(await notified()).toHaveLength(1)
  expect([spent(), readLedger(ledgerFolder).holds.length]).toEqual([4, 1])

  const elsewhere = await browser.open(`${site.url}/brief`)
  await clickNotification(elsewhere)
  await resultsHeading(await overlayIn(elsewhere)).waitFor()
  expect([panels(), await browser.worker.evaluate(() => chrome.notifications.getAll())]).toEqual([1, {}])
  await elsewhere.close()
})

test('a worker stopped between a request and its answer, whose page is gone as well: found, told, and charged once', async () => {
  relay.after = (path) => (path.includes('generations.request') ? new Promise<void>(() => {}) : undefined)
  const { page } = await askForFour()
  await taken(8)
  await page.close()
  await stopWorker(browser)
  drawing.open()
  await badgeSays(browser, '17')
  expect(await notified()).toHaveLength(1)
  expect([spent(), readLedger(ledgerFolder).holds.length]).toEqual([8, 2])
  await clearNotifications()
})

test('a browser closed in the middle of a generation: opened again it tells of the images, and the badge is right', async () => {
  await askForFour()
  await taken(12)
  await badgeSays(browser, '0/4')
  await browser.close()
  drawing.open()
  await allDrawn()
  await launch()
  await badgeSays(browser, '13')
  expect(await notified()).toHaveLength(1)
  expect([spent(), readLedger(ledgerFolder).holds.length]).toEqual([12, 3])
  // What the browser kept of its panels is gone with it: the notification names the images all the same.
  const page = await browser.open(`${site.url}/brief`)
  await clickNotification(page)
  await resultsHeading(await overlayIn(page)).waitFor()
  expect(panels()).toBe(1)
  await page.close()
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
  await popup.close()
})

test('a network that goes while images are drawn and comes back: overlay and badge say so, and have all in the end', async () => {
  const { page, overlay } = await askForFour()
  await taken(16)
  await browser.context.setOffline(true)
  await shown(overlay, 'The server cannot be reached.').first().waitFor()
  await badgeSays(browser, 'off')
  drawing.open()
  await allDrawn()
  await browser.context.setOffline(false)
  await resultsHeading(overlay).waitFor()
  await badgeSays(browser, '9')
  expect([spent(), readLedger(ledgerFolder).holds.length]).toEqual([16, 4])
  await page.close()
})

test('storage as an older version left it: who one is stays, what cannot be read is asked for anew', async () => {
  await browser.worker.evaluate(async () => {
    await chrome.storage.local.set({
      balance: { credits: 3 },
      prices: [{ operation: 'generate', credits: 1 }],
      running: [{ id: 'generation-of-old', count: 4, delivered: 1 }, 'generation-older'],
      pillPlaces: { 'a.example': { side: 'right', top: 120 } },
      toldAlerts: { 'alert-0001': true },
      notify: true,
      lookedOn: 20261122,
    })
  })
  await stopWorker(browser)
  await badgeSays(browser, '9')
  expect(readLedger(ledgerFolder).lots).toHaveLength(1)
})

test('every window, and another browser of the same account, shows the same balance; what one spends the other says', async () => {
  const kept = await browser.worker.evaluate(() => chrome.storage.local.get('tokens'))
  const other = stack.add(await launchBrowser({ serverUrl: relay.url }), (running) => running.close())
  await other.worker.evaluate((tokens) => chrome.storage.local.set(tokens), kept)
  const popup = await other.openOwn('popup.html')
  await badgeSays(other, '9')

  const { overlay } = await askForFour()
  drawing.open()
  await resultsHeading(overlay).waitFor()
  await badgeSays(browser, '5')
  await badgeSays(other, '5')
  await shown(popup, '5', { exact: true }).first().waitFor()
  const inNewWindow = await browser.worker.evaluate(async () => {
    const made = await chrome.windows.create({ url: 'about:blank' })
    const tabId = made?.tabs?.[0]?.id
    const text = await chrome.action.getBadgeText(tabId === undefined ? {} : { tabId })
    if (made?.id !== undefined) await chrome.windows.remove(made.id)
    return text
  })
  expect(inNewWindow).toBe('5')
  expect([spent(), readLedger(ledgerFolder).holds.length]).toEqual([20, 5])
})

/** The extension in a folder of its own, where a newer version takes its place as an update does. */
async function updatable() {
  const extension = stack.add(await temporaryFolder('extension'), removeFolder)
  await cp(extensionFolder, extension, { recursive: true })
  const running = stack.add(await launchBrowser({ serverUrl: relay.url, extension, updates: true }), (one) => one.close())
  const version = () => running.worker.evaluate(() => chrome.runtime.getManifest().version).catch(() => null)
  const update = async () => {
    const file = join(extension, 'manifest.json')
    const manifest = z.looseObject({ version: z.string() }).parse(JSON.parse(await readFile(file, 'utf8')))
    const newer = `${manifest.version}.1`
    await writeFile(file, JSON.stringify({ ...manifest, version: newer }))
    await running.worker
      .evaluate(() => chrome.runtime.reload())
      .catch((error: unknown) => console.info('The worker ended', error))
    await until('the newer version', version, (now) => now === newer)
  }
  return { running, update }
}

test('an extension updated while pages are open: its new pill takes the place of the old one, an open overlay says so and can be closed, and the next one works', async () => {
  const { running, update } = await updatable()
  const errors: string[] = []
  // What of the overlay is drawn between the update and its next look is caught there, and reported by React.
  const isCaught = (text: string) => text.startsWith('Error: Extension context invalidated.') && text.includes('/tabs/overlay.')
  const listen = (page: Page) => {
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (said) => said.type() === 'error' && !isCaught(said.text()) && errors.push(said.text()))
  }
  const pillPage = await running.open(`${relay.url}/try`)
  await badgeSays(running, '25')
  const pills = pillPage.locator('toile-pill')
  await pills.evaluate((pill) => pill.setAttribute('data-version', 'old'))
  const page = await running.open(`${site.url}/brief`)
  await rightClickText(running, page, '#brief')
  const overlay = await overlayIn(page)
  for (const one of [pillPage, page]) listen(one)
  await update()

  await shown(overlay, 'Toile was updated.').waitFor()
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await until(
    'the overlay to go',
    () => page.frames().length,
    (count) => count === 1,
  )
  await until(
    'the new pill alone',
    () => pills.evaluateAll((all) => all.map((pill) => pill.getAttribute('data-version'))),
    (versions) => versions.length === 1 && versions[0] === null,
  )
  await pillPage.bringToFront()
  await pillPage.mouse.move(200, 200)
  await pillPage.mouse.click(640, 790)
  await pillPage.setViewportSize({ width: 1100, height: 700 })
  // Who one is stays, and pages that were open take the new one.
  await badgeSays(running, '25')
  await rightClickText(running, page, '#brief')
  await generateButton(await overlayIn(page)).waitFor()
  expect(errors).toEqual([])
})
