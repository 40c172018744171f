import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { refusalOf } from '../support/caller.ts'
import { menuTitles, rightClickImage } from '../support/context-menu.ts'
import { guestOf } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio
let page: Page
beforeAll(async () => {
  studio = await openStudio({ welcome: true })
  page = await until(
    'the welcome page',
    () => studio.browser.context.pages().find((one) => one.url().endsWith('/tabs/welcome.html')) ?? null,
    (found) => found !== null,
  ).then((found) => found ?? Promise.reject(new Error('It went')))
})
afterAll(() => studio.close())

const tokens = z.record(z.string(), z.string()).default({})
const tokensKept = async () =>
  tokens.parse(await studio.browser.worker.evaluate(async () => (await chrome.storage.local.get('tokens')).tokens))

test('installing shows what a trial holds, makes no account until it is taken, and then the menu names prices', async () => {
  await page.getByRole('heading', { name: 'Take your 25 trial credits' }).waitFor()
  expect(await tokensKept()).toEqual({})
  await page.getByRole('button', { name: 'Start with 25 credits' }).click()
  await shown(page, 'You have 25 credits.').first().waitFor()
  expect(Object.keys(await tokensKept())).toEqual([studio.server.url])
  expect((await menuTitles(studio.browser))['toile-vary']).toBe('Make variations… · 4 credits, 21 left after')
})

test('the main job works on the picture of the welcome page, by its button and by the menu, for one debit', async () => {
  await page.getByRole('button', { name: 'Make variations of it' }).click()
  await generateButton(await overlayIn(page)).waitFor()
  await rightClickImage(studio.browser, page, '.try-picture img')
  const overlay = await overlayIn(page)
  await generate(overlay)
  expect(readLedger(studio.server.dataFolder).lots).toMatchObject([{ available: 21 }])
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('heading', { name: 'From any picture to your next print' }).waitFor()
})

test('everything can be exported as one file', async () => {
  const options = await studio.browser.openOwn('options.html')
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.getByRole('button', { name: 'Export', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^toile-\d{4}-\d\d-\d\d\.zip$/)
  // Pictures are packed as they are, so names and tables can be read in the file.
  const zip = (await readFile(await download.path())).toString('latin1')
  const files = [...new Set(zip.match(/images\/[\w-]+\.png/g))]
  // Four results, and the picture of each of the two openings.
  expect(files).toHaveLength(6)
  for (const name of ['account.json', 'requests.json', 'images.csv', 'credits.csv']) expect(zip).toContain(name)
  await shown(options, 'Exported with 6 images.').first().waitFor()
  await options.close()
})

test('a deleted account is gone here and at the server, and no other is made in passing', async () => {
  const guest = await guestOf(studio.browser)
  const options = await studio.browser.openOwn('options.html')
  await options.getByRole('button', { name: 'Delete account', exact: true }).click()
  await options.getByLabel('Type “delete” to go on').fill('delete')
  await options.getByRole('button', { name: 'Delete for good' }).click()
  await options.getByRole('heading', { name: 'Your account is deleted' }).waitFor()
  expect((await refusalOf(guest.wallet.balance.query())).code).toBe('UNAUTHORIZED')
  expect(await tokensKept()).toEqual({})
})
