import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, overlayIn } from '../support/overlay.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
  const page = await studio.browser.open(`${studio.site.url}/brief`)
  await rightClickText(studio.browser, page, '#brief')
  await generate(await overlayIn(page))
})
afterAll(() => studio.close())

test('the popup shows the balance, what it is made of and the images made last', async () => {
  const popup = await studio.browser.openOwn('popup.html')
  const [trial] = readLedger(studio.server.dataFolder).lots
  await popup.getByText(String(trial?.available), { exact: true }).first().waitFor()
  const lot = popup.getByRole('listitem').filter({ hasText: 'Trial' })
  expect(await lot.innerText()).toMatch(/expires .*\s21$/)
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
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
