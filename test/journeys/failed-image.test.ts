import { dirname } from 'node:path'
import { ToileError } from 'server/platform/errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, badgeSays, launchBrowser } from '../support/browser.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, overlayIn } from '../support/overlay.ts'
import { startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { startTestApp } from '../support/test-app.ts'
import { watchedEngine } from '../support/watched-engine.ts'

const stack = new Stack()
let broken = true
let browser: Browser
let pageUrl: string
let ledgerFolder: string

beforeAll(async () => {
  const engine = watchedEngine(({ index }) => {
    if (broken && index === 2) throw new ToileError('ENGINE_FAILED')
  })
  const app = stack.add(await startTestApp({ engines: [engine] }), (running) => running.close())
  ledgerFolder = dirname(app.database.file)
  const site = stack.add(await startSite(), (running) => running.close())
  pageUrl = `${site.url}/photo`
  browser = stack.add(await launchBrowser({ serverUrl: app.url }), (running) => running.close())
})
afterAll(() => stack.close())

test('an image that fails gives its credit back, says so, and can be tried again', async () => {
  const page = await browser.open(pageUrl)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  await generate(overlay)
  const said = await overlay.getByRole('dialog').innerText()
  expect(said).toContain('3 of 4 variations')
  expect(said).toContain('This image failed.')
  expect(said).toContain('Returned 1 credit.')
  expect(said).toContain('3 credits used, 1 returned · 22 left')
  await badgeSays(browser, '22')

  const ledger = readLedger(ledgerFolder)
  expect(ledger.jobs.map(({ state, charged }) => [state, charged])).toEqual([
    ['delivered', 1],
    ['delivered', 1],
    ['failed', 0],
    ['delivered', 1],
  ])
  expect(ledger.holds).toMatchObject([{ amount: 4, captured: 3, released: 1 }])
  expect(ledger.moved('held', 'available')).toBe(1)

  broken = false
  await overlay.getByRole('button', { name: 'Try again · 1 credit' }).click()
  await overlay.getByRole('heading', { name: '4 of 4 variations' }).waitFor()
  expect(readLedger(ledgerFolder).lots).toMatchObject([{ available: 21, held: 0, spent: 4 }])
  await badgeSays(browser, '21')
})
