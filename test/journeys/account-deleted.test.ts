import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays, badgeText } from '../support/browser.ts'
import { readLedger } from '../support/ledger.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio

beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const grants = () => readLedger(studio.server.dataFolder).lots.length

test('who deletes their account is nobody to pages and pills that stay open, until they start again themselves', async () => {
  const { browser, server } = studio
  const page = await browser.open(`${server.url}/try`)
  await badgeSays(browser, '25')
  const panel = await browser.openOwn('sidepanel.html')
  await panel.getByRole('tab', { name: 'Gallery' }).waitFor()

  const options = await browser.openOwn('options.html')
  await options.getByRole('button', { name: 'Delete account', disabled: false }).click()
  await options.getByLabel('Type “delete” to go on').fill('delete')
  await options.getByRole('button', { name: 'Delete for good' }).click()
  await options.getByRole('heading', { name: 'Your account is deleted' }).waitFor()

  await shown(panel, 'Your account is deleted.').first().waitFor()
  await options.reload()
  await options.getByRole('button', { name: 'Start again', exact: true }).waitFor()
  const of = (words: string) => shown(options, words, { exact: true }).count()
  expect([await of('Your account is deleted.'), await of('Wallet'), await of('Delete account')]).toEqual([1, 0, 0])
  await badgeSays(browser, '')
  await page.reload()
  await page.locator('toile-pill').waitFor({ state: 'attached' })
  const popup = await browser.openOwn('popup.html')
  const again = popup.getByRole('button', { name: 'Start again', exact: true })
  await again.waitFor()
  expect([grants(), await badgeText(browser)]).toEqual([1, ''])

  await again.click()
  await until(
    'the balance of a new account',
    () => badgeText(browser),
    (text) => /^\d+$/.test(text),
  )
  await panel.getByRole('tab', { name: 'Gallery' }).waitFor()
  expect(grants()).toBe(2)
})
