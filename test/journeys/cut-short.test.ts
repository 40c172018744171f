import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, badgeText, launchBrowser } from '../support/browser.ts'
import { rightClickImage, rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { type Relay, startRelay } from '../support/relay.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { shown } from '../support/shown.ts'
import { type Site, startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { stopWorker } from '../support/stop-worker.ts'
import { until } from '../support/until.ts'

const stack = new Stack()
let server: RunningServer
let relay: Relay
let site: Site
let browser: Browser

beforeAll(async () => {
  const dataFolder = stack.add(await temporaryFolder('cut-short'), removeFolder)
  server = stack.add(await startServer({ dataFolder }), (running) => running.stop())
  relay = stack.add(await startRelay(server.url), (running) => running.close())
  site = stack.add(await startSite(), (running) => running.close())
  browser = stack.add(await launchBrowser({ serverUrl: relay.url }), (running) => running.close())
})
afterAll(() => stack.close())

test('an overlay closed between the click and its answer: the images are followed, and nobody is told that the server is away', async () => {
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  let arrived = false
  relay.after = async (path) => {
    if (!path.includes('generations.request')) return
    arrived = true
    await pause(3_000)
  }
  await generateButton(overlay).click()
  await until(
    'the request to arrive',
    () => arrived,
    (is) => is,
  )
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await until(
    'the overlay to go',
    () => page.frames().length,
    (count) => count === 1,
  )
  const seen = new Set<string>()
  await until(
    'the images to be delivered, and the badge to follow',
    async () => {
      const text = await badgeText(browser)
      seen.add(text)
      return { text, spent: readLedger(server.dataFolder).moved('held', 'spent') }
    },
    ({ text, spent }) => text === '21' && spent === 4,
  )
  relay.after = () => {}
  expect([...seen]).not.toContain('off')
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
  await popup.close()
  await page.close()
})

test('a worker that dies while it uploads the picture: the next one goes on, and the overlay gets there', async () => {
  let uploads = 0
  relay.before = async (path) => {
    // The first never gets through.
    if (path.includes('images.upload') && ++uploads === 1) await new Promise(() => {})
  }
  const page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  await until(
    'the upload to begin',
    () => uploads,
    (count) => count === 1,
  )
  await stopWorker(browser)
  await page.bringToFront()
  await shown(overlay, '900 × 700 px').waitFor({ timeout: 60_000 })
  expect(uploads).toBe(2)
  relay.before = () => {}
  await generate(overlay)
  const spent = readLedger(server.dataFolder).moved('held', 'spent')
  expect(spent).toBe(8)
})
