import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'
import { rightClickText } from '../support/context-menu.ts'
import { guestOf } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

const gate = { TOILE_REQUIRE_ENTITLEMENT: 'creative', TOILE_ENTITLED_DOMAINS: 'school.test' }
const why = 'Your account does not include Toile yet.'
let studio: Studio
beforeAll(async () => {
  studio = await openStudio({ env: gate })
})
afterAll(() => studio.close())

const toile = async (...args: string[]) => {
  const { code, err } = await runCli({ TOILE_DATA: studio.server.dataFolder, ...gate }, ...args)
  expect([code, err]).toEqual([0, ''])
}

test('without access nothing is made or bought, with words; once the operator gives it the same click works', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  await shown(overlay, why, { exact: true }).waitFor()
  await shown(overlay, /^Accounts with an e-mail at school\.test have access; others get it from whoever runs/).waitFor()
  const generate = generateButton(overlay)
  expect(await generate.getAttribute('aria-disabled')).toBe('true')
  await shown(overlay, 'New images need access', { exact: true }).waitFor()
  await generate.click({ force: true })

  const popup = await browser.openOwn('popup.html')
  await shown(popup, why, { exact: true }).waitFor()
  expect(await popup.getByRole('button', { name: 'Buy credits', exact: true }).count()).toBe(0)
  const shop = await browser.openOwn('popup.html?view=buy')
  await shown(shop, why, { exact: true }).waitFor()
  expect(await shop.getByRole('button', { name: /^Continue to checkout/ }).count()).toBe(0)
  expect(readLedger(server.dataFolder).holds).toEqual([])

  const { accountId } = await (await guestOf(browser)).account.me.query()
  await shown(popup, `Account ${accountId}`, { exact: true }).waitFor()
  await toile('entitlement', 'grant', accountId, 'creative')
  await shop.getByRole('button', { name: 'Check again' }).click()
  await shop.getByRole('button', { name: /^Continue to checkout/ }).waitFor()
  await page.bringToFront()
  await overlay.getByRole('button', { name: 'Check again' }).click()
  await shown(overlay, /^4 credits/).waitFor()
  await generate.click()
  await resultsHeading(overlay).waitFor()
})

test('a promo code is redeemed in the popup, is told in the history, and once is once', async () => {
  await toile('promo', 'create', 'SPRING26', '--credits', '20', '--days', '30', '--limit', '10')
  const popup = await studio.browser.openOwn('popup.html?view=buy')
  await popup.getByRole('button', { name: 'I have a promo code' }).click()
  const field = popup.getByLabel('Promo code')
  await field.fill('spring-62')
  await field.press('Enter')
  await shown(popup, 'There is no such promo code.', { exact: true }).waitFor()
  await field.fill('spring-26')
  await field.press('Enter')
  await shown(popup, '20 credits added.', { exact: true }).waitFor()
  const [, promo] = readLedger(studio.server.dataFolder).lots
  expect(promo).toMatchObject({ kind: 'promo', available: 20 })
  await field.fill('SPRING26')
  await popup.getByRole('button', { name: 'Redeem' }).click()
  await shown(popup, 'You have used this promo code before.', { exact: true }).waitFor()

  await popup.getByRole('button', { name: 'History' }).click()
  const line = popup.getByRole('listitem').filter({ hasText: 'Promo code SPRING26' })
  expect(await line.innerText()).toContain('+20')
})
