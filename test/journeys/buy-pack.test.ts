import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { checkoutOpenedBy, pay } from '../support/checkout.ts'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('a pack bought from the popup is there at once: in popup, overlay, badge and books, and once however often it is paid', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  await overlay.getByRole('banner').getByText('25 credits left', { exact: true }).waitFor()

  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'Buy credits', exact: true }).click()
  await popup.getByRole('radio', { name: /300 credits/ }).check()
  const checkout = await checkoutOpenedBy(browser, () =>
    popup.getByRole('button', { name: 'Continue to checkout · €24' }).click(),
  )
  expect(await checkout.locator('body').innerText()).toContain('Test mode. No money moves.')
  const address = checkout.url()
  await pay(checkout)

  await popup.getByRole('button', { name: 'Back', exact: true }).click()
  await shown(popup, '300 credits added.').first().waitFor()
  await shown(popup, '325', { exact: true }).waitFor()
  await popup.getByRole('listitem').filter({ hasText: 'Pack 300' }).getByText('300', { exact: true }).waitFor()
  await overlay.getByRole('banner').getByText('325 credits left', { exact: true }).waitFor()
  await badgeSays(browser, '325')

  const again = await fetch(address, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
  expect(again.ok).toBe(true)
  const { lots } = readLedger(server.dataFolder)
  expect(lots.map(({ kind, granted, available }) => [kind, granted, available])).toEqual([
    ['trial', 25, 25],
    ['pack', 300, 300],
  ])
})

test('the other packs are bought as well, one after another, without opening the popup anew', async () => {
  const { browser, server } = studio
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'Buy credits', exact: true }).click()
  const buy = async (credits: number, price: string) => {
    await popup.getByRole('radio', { name: new RegExp(`^${credits} credits`) }).check()
    const button = popup.getByRole('button', { name: `Continue to checkout · ${price}` })
    await pay(await checkoutOpenedBy(browser, () => button.click()))
    await shown(popup, `${credits} credits added.`).first().waitFor()
  }
  await buy(100, '€9')
  await buy(600, '€42')
  await badgeSays(browser, '1k')
  const { lots } = readLedger(server.dataFolder)
  expect(lots.map(({ available }) => available).sort((a, b) => a - b)).toEqual([25, 100, 300, 600])
})

test('a payment that is declined adds nothing, and says so', async () => {
  const { browser, server } = studio
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('button', { name: 'Buy credits', exact: true }).click()
  await shown(popup, 'Balance now').waitFor()
  const before = readLedger(server.dataFolder).entries
  const checkout = await checkoutOpenedBy(browser, () => popup.getByRole('button', { name: /^Continue to checkout/ }).click())
  await checkout.getByRole('radio', { name: /Be declined/ }).check()
  await checkout.getByRole('button', { name: /^Pay / }).click()
  await checkout.getByRole('status').getByText('The payment was declined').waitFor()
  await checkout.getByRole('link', { name: 'Try again' }).click()
  await checkout.getByRole('status').getByText('The last try was declined.').waitFor()
  expect(readLedger(server.dataFolder).entries).toEqual(before)
})
