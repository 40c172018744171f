import { readFile } from 'node:fs/promises'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atTheBank, bankOpenedBy } from '../support/bank-page.ts'
import { badgeSays } from '../support/browser.ts'
import { checkoutOpenedBy, pay } from '../support/checkout.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
let page: Page
let overlay: Frame
let bank: Page

beforeAll(async () => {
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '2' } })
  const { browser, site } = studio
  page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  overlay = await overlayIn(page)
})
afterAll(() => studio.close())

const buy100 = { name: 'Buy 100 credits · €9' }
const lots = () => readLedger(studio.server.dataFolder).lots.map(({ kind, available, spent }) => [kind, available, spent])

async function openPayments(): Promise<Page> {
  const popup = await studio.browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'History' }).click()
  await popup.getByRole('tab', { name: 'Payments' }).click()
  return popup
}

test('a payment that the bank takes back leaves a debt: it is told everywhere, and what costs credits waits', async () => {
  const { browser } = studio
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'Buy credits', exact: true }).click()
  await popup.getByRole('radio', { name: /100 credits/ }).check()
  await pay(await checkoutOpenedBy(browser, () => popup.getByRole('button', { name: 'Continue to checkout · €9' }).click()))
  await shown(popup, '100 credits added.').first().waitFor()
  await page.bringToFront()
  await generate(overlay)
  await badgeSays(browser, '98')

  const payments = await openPayments()
  const line = payments.getByRole('listitem').filter({ hasText: 'Pack of 100 credits' })
  await line.getByText('paid', { exact: true }).waitFor()
  bank = await bankOpenedBy(browser, () => payments.getByRole('button', { name: 'Manage payment' }).click())
  await atTheBank(bank, 'Dispute')

  await popup.bringToFront()
  await popup.getByRole('button', { name: 'Back', exact: true }).click()
  await shown(popup, 'A payment was taken back, so 2 credits are owed.').first().waitFor()
  await shown(popup, 'Your payment of €9 is disputed.').first().waitFor()
  await badgeSays(browser, '0')
  await page.bringToFront()
  await overlay.getByRole('button', { name: 'Edit prompt', exact: true }).click()
  await overlay.getByRole('heading', { name: 'A payment was taken back, so 2 credits are owed.' }).waitFor()
  expect(await generateButton(overlay).count()).toBe(0)
  expect(lots()).toEqual([
    ['trial', 0, 2],
    ['pack', 0, 2],
  ])
})

test('a second pack pays the debt, and work goes on', async () => {
  const { browser } = studio
  await page.bringToFront()
  await pay(await checkoutOpenedBy(browser, () => overlay.getByRole('button', buy100).click()))
  await page.bringToFront()
  await badgeSays(browser, '98')
  await overlay.getByRole('heading', { name: /^A payment was taken back/ }).waitFor({ state: 'detached' })
  await generate(overlay)
  expect(lots()).toEqual([
    ['trial', 0, 2],
    ['pack', 0, 2],
    ['pack', 94, 4],
  ])
})

test('both payments are listed, each with a receipt that says what became of it', async () => {
  const payments = await openPayments()
  const lines = payments.getByRole('listitem').filter({ hasText: 'Pack of 100 credits' })
  await lines.nth(1).getByText('disputed, €9 taken back').waitFor()
  await lines.nth(0).getByText('paid', { exact: true }).waitFor()
  const receipt = async (place: number) => {
    const pressed = lines.nth(place).getByRole('button', { name: /^Save the receipt/ })
    const [file] = await Promise.all([payments.waitForEvent('download'), pressed.click()])
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const [newest, disputed] = [await receipt(0), await receipt(1)]
  expect(newest.name).toMatch(/^toile-.*\.html$/)
  expect(disputed.name).not.toBe(newest.name)
  for (const { text } of [newest, disputed]) expect(text).toContain('€9')
})

test('a dispute that is won gives everything back, and the popup says so', async () => {
  await bank.bringToFront()
  await bank.reload()
  await atTheBank(bank, 'Dispute won')
  await badgeSays(studio.browser, '194')
  const popup = await studio.browser.openOwn('popup.html')
  const told = popup.getByRole('main').getByText('Your payment of €9 stands again.')
  await told.waitFor()
  await popup.getByRole('button', { name: 'Got it' }).click()
  await told.waitFor({ state: 'detached' })
})
