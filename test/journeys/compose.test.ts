import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, launchBrowser } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { generateButton, overlayIn, resultsHeading, sessionOf } from '../support/overlay.ts'
import { request } from '../support/requests.ts'
import { shown } from '../support/shown.ts'
import { startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { until } from '../support/until.ts'
import { untilAborted, watchedEngine } from '../support/watched-engine.ts'

const stack = new Stack()
let engineIs: 'well' | 'stuck' = 'well'
let app: TestApp
let browser: Browser
let briefUrl: string

beforeAll(async () => {
  const engine = watchedEngine(async (_, { signal }) => {
    if (engineIs === 'stuck') await untilAborted(signal)
  })
  app = stack.add(await startTestApp({ engines: [engine] }), (running) => running.close())
  const site = stack.add(await startSite(), (running) => running.close())
  briefUrl = `${site.url}/brief`
  browser = stack.add(await launchBrowser({ serverUrl: app.url }), (running) => running.close())
})
afterAll(() => stack.close())

const held = async () => (await app.database.db.read.generation.count()) > 0

test('the coach says what is missing, adds words for it, and what is not drawn and what a size costs are named before anything is asked for', async () => {
  const page = await browser.open(briefUrl)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  const coach = overlay.getByRole('region', { name: 'Prompt coach' })
  const prompt = overlay.getByLabel('Describe the print')
  await prompt.fill('watercolour floral in coral')
  await shown(overlay, 'Not drawn: watercolour.').waitFor()
  // The built-in engine draws no watercolour: the style is still open.
  await coach.getByText('2 of 6').waitFor()
  await coach.getByRole('button', { name: 'Background: add “on cream”' }).press('Enter')
  expect(await prompt.inputValue()).toBe('watercolour floral in coral on cream')
  expect(await prompt.evaluate((field) => field === document.activeElement)).toBe(true)
  await coach.getByText('3 of 6').waitFor()
  await coach.getByRole('button', { name: 'Prompt coach' }).click()
  await coach.getByRole('button', { name: 'Repeat: add “half-drop”' }).click()
  expect(await prompt.inputValue()).toBe('watercolour floral in coral on cream, half-drop')

  await prompt.fill('Listras em azul-marinho')
  await coach.getByRole('button', { name: 'Repeat: add “meio salto”' }).waitFor()
  await overlay.getByLabel('Size').selectOption('2048 px')
  await shown(overlay, '2048 px costs 2 credits an image, 1024 px costs 1.').waitFor()
  expect(await held()).toBe(false)
  await page.close()
})

test('a budget is passed by a tick only, and the place in the queue is seen while others come first', async () => {
  const page = await browser.open(briefUrl)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  await overlay.getByRole('button', { name: /^Project:/ }).click()
  await overlay.getByRole('menuitem', { name: 'New project…', exact: true }).click()
  await overlay.getByLabel('Name').fill('Resort 27')
  await overlay.getByLabel('Budget').fill('1')
  await overlay.getByRole('radio', { name: /ask/i }).check()
  await overlay.getByRole('button', { name: 'Create project', exact: true }).click()
  const box = overlay.getByRole('checkbox', { name: 'Go over the budget by 3 credits, this time only' })
  await box.waitFor()
  await shown(overlay, 'Your balance is untouched.').waitFor()
  expect(await generateButton(overlay).getAttribute('aria-disabled')).toBe('true')
  await overlay.getByRole('button', { name: 'Make 1 image instead' }).waitFor()

  engineIs = 'stuck'
  const other = await app.guest()
  const { id } = await other.client.generations.request.mutate(request(3))
  app.clock.advance({ ms: 1000 })
  await box.check()
  await generateButton(overlay).click()
  await shown(overlay, '3 images ahead').waitFor()
  engineIs = 'well'
  await other.client.generations.cancel.mutate({ id })
  await resultsHeading(overlay).waitFor()
  const [made] = await app.database.db.read.generation.findMany({ where: { projectId: { not: null } } })
  expect(made).toMatchObject({ count: 4, prompt: 'Half-drop floral in coral and navy on cream' })
})

test('out of sight the panel goes on as it is; closed, it opens again with its images and its draft', async () => {
  const page = browser.context.pages().find((one) => one.url() === briefUrl)
  if (page === undefined) throw new Error('The page with the images is gone')
  const overlay = await overlayIn(page)
  await overlay.getByRole('button', { name: 'Edit prompt', exact: true }).click()
  await overlay.getByLabel('Describe the print').fill('Half-drop floral in emerald on cream')
  // Other colours only: that is free.
  await shown(overlay, 'This is nearly the same as your last prompt.').waitFor()
  await overlay.getByRole('button', { name: 'Recolour free' }).waitFor()

  const sessionId = await sessionOf(overlay)
  const again = async () => {
    const popup = await browser.openOwn('popup.html')
    await page.bringToFront()
    await popup.evaluate((id) => chrome.runtime.sendMessage({ type: 'ui-bg-overlay-again', sessionId: id }), sessionId)
    await popup.close()
  }
  await overlay.getByLabel('Describe the print').press('Escape')
  const shownAs = () => page.locator('toile-overlay').evaluate((host) => getComputedStyle(host).display)
  await until('the panel to be out of sight', shownAs, (display) => display === 'none')
  await again()
  await until('the panel to be back', shownAs, (display) => display === 'block')
  await shown(overlay, 'This is nearly the same as your last prompt.').waitFor()

  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await until(
    'the panel to close',
    async () => page.frames().length,
    (frames) => frames === 1,
  )
  await again()
  const opened = await overlayIn(page)
  await opened.getByRole('heading', { name: '4 of 4 images' }).waitFor()
  await opened.getByRole('button', { name: 'Edit prompt', exact: true }).click()
  expect(await opened.getByLabel('Describe the print').inputValue()).toBe('Half-drop floral in emerald on cream')
})
