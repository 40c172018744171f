import { dirname } from 'node:path'
import { ToileError } from 'server/platform/errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, launchBrowser } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn, resultsHeading, sessionOf } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { startTestApp } from '../support/test-app.ts'
import { until } from '../support/until.ts'
import { watchedEngine } from '../support/watched-engine.ts'
import { startWire, type Wire } from '../support/wire.ts'

const stack = new Stack()
let broken = false
let browser: Browser
let wire: Wire
let pageUrl: string
let ledgerFolder: string

beforeAll(async () => {
  const engine = watchedEngine(({ index }) => {
    if (broken && index === 2) throw new ToileError('ENGINE_FAILED')
  })
  const app = stack.add(await startTestApp({ engines: [engine] }), (running) => running.close())
  ledgerFolder = dirname(app.database.file)
  wire = stack.add(await startWire(app.url), (running) => running.close())
  const site = stack.add(await startSite(), (running) => running.close())
  pageUrl = `${site.url}/brief`
  browser = stack.add(await launchBrowser({ serverUrl: wire.url }), (running) => running.close())
})
afterAll(() => stack.close())

async function openOverlay() {
  const page = await browser.open(pageUrl)
  await rightClickText(browser, page, '#brief')
  return overlayIn(page)
}
const spent = () => readLedger(ledgerFolder).moved('held', 'spent')

test('a double click on “Try again” makes and charges one image, and shows it', async () => {
  broken = true
  const overlay = await openOverlay()
  await generate(overlay)
  expect(spent()).toBe(3)
  broken = false
  // Quicker than any hand; a click that no hand made would count for nothing.
  await overlay.getByRole('button', { name: 'Try again · 1 credit' }).dblclick()
  await overlay.getByRole('heading', { name: '4 of 4 images' }).waitFor()
  expect(readLedger(ledgerFolder).holds).toHaveLength(2)
  expect(spent()).toBe(4)
  expect(await overlay.getByRole('button', { name: /^Image \d$/ }).count()).toBe(4)
})

test('who changes four to three after a lost answer is shown the four that had arrived, and pays for no others', async () => {
  const before = readLedger(ledgerFolder).holds.length
  const overlay = await openOverlay()
  await generateButton(overlay).click({ trial: true })
  wire.cut('generations.request')
  await generateButton(overlay).click()
  await shown(overlay, 'The server cannot be reached.').first().waitFor()
  await overlay.getByRole('button', { name: 'Fewer', exact: true }).click()
  await overlay.getByRole('spinbutton', { name: 'Images' }).getByText('3').waitFor()
  wire.mend()
  await resultsHeading(overlay).waitFor()
  await shown(overlay, 'It is charged once.').first().waitFor()
  await overlay.getByRole('heading', { name: '4 of 4 images' }).waitFor()
  expect(readLedger(ledgerFolder).holds).toHaveLength(before + 1)
  expect(spent()).toBe(8)
})

test('who closes the overlay before the answer, opens it again and asks once more pays once', async () => {
  const before = readLedger(ledgerFolder).holds.length
  const overlay = await openOverlay()
  const page = overlay.page()
  const sessionId = await sessionOf(overlay)
  await generateButton(overlay).click({ trial: true })
  wire.hold('generations.request')
  await generateButton(overlay).click()
  await until('the request to be on its way', wire.held, (count) => count === 1)
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await until(
    'the overlay to close',
    async () => page.frames().length,
    (frames) => frames === 1,
  )
  const popup = await browser.openOwn('popup.html')
  await page.bringToFront()
  await popup.evaluate((id) => chrome.runtime.sendMessage({ type: 'ui-bg-overlay-again', sessionId: id }), sessionId)
  await popup.close()
  const opened = await overlayIn(page)
  await generateButton(opened).click()
  await until('the same request once more', wire.held, (count) => count === 2)
  wire.mend()
  await resultsHeading(opened).waitFor()
  expect(readLedger(ledgerFolder).holds).toHaveLength(before + 1)
})
