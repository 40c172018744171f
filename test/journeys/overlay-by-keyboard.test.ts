import type { Frame } from 'playwright-core'
import { ToileError } from 'server/platform/errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, launchBrowser } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { startTestApp } from '../support/test-app.ts'
import { until } from '../support/until.ts'
import { untilAborted, watchedEngine } from '../support/watched-engine.ts'

const stack = new Stack()
let engineIs: 'well' | 'broken' | 'stuck' = 'well'
let browser: Browser
let pageUrl: string

beforeAll(async () => {
  const engine = watchedEngine(async ({ index }, { signal }) => {
    if (engineIs === 'broken' && index === 2) throw new ToileError('ENGINE_FAILED')
    if (engineIs === 'stuck') await untilAborted(signal)
  })
  const app = stack.add(await startTestApp({ engines: [engine] }), (running) => running.close())
  const site = stack.add(await startSite(), (running) => running.close())
  pageUrl = `${site.url}/brief`
  browser = stack.add(await launchBrowser({ serverUrl: app.url }), (running) => running.close())
})
afterAll(() => stack.close())

/** Where the focus is, in words: nowhere when it fell to the body. */
const focused = (overlay: Frame) =>
  overlay.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return 'nowhere'
    return element.tagName === 'TEXTAREA' ? 'the prompt' : (element.textContent ?? '')
  })
const focusSays = (overlay: Frame, words: string | RegExp) =>
  until(
    `the focus to be on ${words}`,
    () => focused(overlay),
    (said) => (typeof words === 'string' ? said === words : words.test(said)),
  )
const isSaid = (overlay: Frame, words: string) => overlay.getByRole('status').getByText(words).waitFor({ timeout: 10_000 })

test('the focus never falls out of the overlay, and one quiet voice says what happens', async () => {
  const page = await browser.open(pageUrl)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  const press = async (name: string) => {
    const button = overlay.getByRole('button', { name })
    await button.click({ trial: true })
    await button.focus()
    await button.press('Enter')
  }

  await generateButton(overlay).click({ trial: true })
  engineIs = 'broken'
  await press('Generate 4 images')
  await focusSays(overlay, /^(Drawing 4 images|3 of 4 images)$/)
  await resultsHeading(overlay).waitFor()
  await focusSays(overlay, '3 of 4 images')
  await isSaid(overlay, '3 credits used, 1 returned')

  engineIs = 'well'
  await press('Try again · 1 credit')
  await overlay.getByRole('heading', { name: '4 of 4 images' }).waitFor()
  await focusSays(overlay, '4 of 4 images')

  engineIs = 'stuck'
  await press('4 more · 4 credits')
  await focusSays(overlay, 'Drawing 4 images')
  await press('Stop the rest')
  await shown(overlay, 'Stopped.').first().waitFor()
  await focusSays(overlay, '4 of 8 images')

  await press('Edit prompt')
  await focusSays(overlay, 'the prompt')
  await press('Back to your images')
  await focusSays(overlay, '4 of 8 images')
  expect(await overlay.getByRole('status').count()).toBe(1)
  expect(await overlay.getByRole('alert').count()).toBe(0)
}, 120_000)

test('a panel of an earlier session can be closed by key', async () => {
  const page = await browser.open(new URL('/tabs/overlay.html?session=nobody', browser.worker.url()).href)
  await shown(page, 'This panel belongs to an earlier session.').first().waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).waitFor()
  // The tab can be gone before the key is up again.
  await page.keyboard.press('Escape').catch(() => {})
  await until(
    'the tab to close',
    async () => page.isClosed(),
    (closed) => closed,
  )
})
