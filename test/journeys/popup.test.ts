import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, overlayIn } from '../support/overlay.ts'
import { plain } from '../support/pictures.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

declare global {
  var schemasMade: number
  var schemasAtFirst: number
  var __zod_globalConfig: object
}

let studio: Studio
let overlay: Frame
beforeAll(async () => {
  studio = await openStudio()
  const page = await studio.browser.open(`${studio.site.url}/brief`)
  await rightClickText(studio.browser, page, '#brief')
  overlay = await overlayIn(page)
  await generate(overlay)
})
afterAll(() => studio.close())

test('the popup shows the balance, what it is made of and the images made last', async () => {
  const popup = await studio.browser.openOwn('popup.html')
  const [trial] = readLedger(studio.server.dataFolder).lots
  await shown(popup, String(trial?.available), { exact: true }).first().waitFor()
  const lot = popup.getByRole('listitem').filter({ hasText: 'Trial' })
  expect(await lot.innerText()).toMatch(/expires .*\s21$/)
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
})

test('a popup has run its scripts before it makes more schemas than those of a balance', async () => {
  const popup = await studio.browser.context.newPage()
  await popup.addInitScript(countSchemas)
  await popup.goto(new URL('/popup.html', studio.browser.worker.url()).href)
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
  const [atFirst, inAll] = await popup.evaluate(() => [globalThis.schemasAtFirst, globalThis.schemasMade])
  expect(inAll).toBeGreaterThan(500)
  expect(atFirst).toBeLessThan(100)
})

test('the history says where the credits went', async () => {
  const popup = await studio.browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'History' }).click()
  const made = popup.getByRole('listitem').filter({ hasText: '4 images from words' })
  expect(await made.innerText()).toContain('4 credits used')
  const granted = popup.getByRole('listitem').filter({ hasText: '25 trial credits granted' })
  expect(await granted.innerText()).toContain('+25')
})

test('a line of the history opens its images', async () => {
  const popup = await studio.browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'History' }).click()
  const [overlay] = await Promise.all([
    studio.browser.context.waitForEvent('page'),
    popup.getByRole('button', { name: /^Open: 4 images from words/ }).click(),
  ])
  await overlay.getByRole('heading', { name: '4 of 4 images' }).waitFor()
})

test('a picture that is chosen in the popup is what the overlay works from; a page that lets nobody in is said to', async () => {
  const popup = await studio.browser.openOwn('popup.html')
  // The page in front is the popup itself: the browser's own.
  await shown(popup, 'The browser lets no extension work on this page.').waitFor()
  expect(await popup.getByRole('button', { name: 'Pick an image' }).getAttribute('aria-disabled')).toBe('true')
  const file = { name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from(await plain(400, 300, '#3355aa')) }
  const [overlay] = await Promise.all([
    studio.browser.context.waitForEvent('page'),
    popup.getByLabel('Choose a file').first().setInputFiles(file),
  ])
  await shown(overlay, '400 × 300 px').waitFor()
})

test('an overlay that was closed is opened again where it was left; a file that is no picture is said to be none', async () => {
  const popup = await studio.browser.openOwn('popup.html')
  await shown(popup, 'Choose a file').waitFor()
  await popup.evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['a'], 'a.txt', { type: 'text/plain' }))
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
  })
  await shown(popup, 'This file cannot be used as an image.').first().waitFor()
  const left = popup.getByRole('region', { name: 'The panel you left last' })
  await left.waitFor({ state: 'detached' })
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await left.getByText(/From text · Closed at/).waitFor()
  const [again] = await Promise.all([
    studio.browser.context.waitForEvent('page'),
    left.getByRole('button', { name: 'Open again' }).click(),
  ])
  await again.getByRole('heading', { name: '4 of 4 images' }).waitFor()
})

test('the history can be narrowed to what came in', async () => {
  const popup = await studio.browser.openOwn('popup.html?view=buy')
  await popup.getByRole('heading', { name: 'Buy credits' }).waitFor()
  await popup.getByRole('button', { name: 'History' }).click()
  await shown(popup, '4 images from words').waitFor()
  await shown(popup, 'Bought', { exact: true }).click()
  await shown(popup, '4 images from words').waitFor({ state: 'detached' })
  await shown(popup, '25 trial credits granted').waitFor()
})

/** Runs in a page before it: counts the schemas that zod makes, and notes how many there are when the page's scripts have run. */
function countSchemas(): void {
  globalThis.schemasMade = 0
  globalThis.__zod_globalConfig = { postProcessor: () => void globalThis.schemasMade++ }
  document.addEventListener('DOMContentLoaded', () => {
    globalThis.schemasAtFirst = globalThis.schemasMade
  })
}
