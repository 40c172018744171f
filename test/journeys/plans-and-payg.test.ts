import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { refusalOf } from '../support/caller.ts'
import { checkoutOpenedBy, pay } from '../support/checkout.ts'
import { guestOf } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { finished, request } from '../support/requests.ts'
import { startServer } from '../support/server.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
let shop: Page

beforeAll(async () => {
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '2' } })
  shop = await studio.browser.openOwn('popup.html')
})
afterAll(() => studio.close())

const ledger = () => readLedger(studio.server.dataFolder)
/** Kind and credits left of every lot that has any, the oldest first. */
const left = () => ledger().lots.flatMap(({ kind, available }) => (available > 0 ? [`${kind} ${available}`] : []))
const said = (words: string | RegExp) => shop.getByRole('main').getByText(words).first().waitFor()
const open = (tab: string) => shop.getByRole('tab', { name: tab, exact: true }).click()
const press = (name: string | RegExp) => shop.getByRole('button', { name }).click()

async function makeImages(count: number): Promise<void> {
  const guest = await guestOf(studio.browser)
  const { id } = await guest.generations.request.mutate(request(count))
  await finished(guest, id)
}

test('pay-as-you-go is agreed to once, is used last and stops at the cap; raised, it goes on', async () => {
  await press('Buy credits')
  await open('Pay-as-you-go')
  await shop.getByRole('switch', { name: 'Use pay-as-you-go' }).click()
  await shop.getByLabel('Monthly cap').fill('3')
  await said('credits, at most €0.30 a month')
  const agreement = await checkoutOpenedBy(studio.browser, () => press('Save'), 'Pay as you go')
  await agreement.getByRole('button', { name: /^Agree/ }).click()
  await agreement.getByRole('status').getByText('Pay-as-you-go is on').waitFor()
  await said('Pay-as-you-go is on.')
  await said('0 of 3')

  await makeImages(5)
  await said('3 of 3')
  expect(left()).toEqual([])
  const guest = await guestOf(studio.browser)
  expect((await refusalOf(guest.generations.request.mutate(request(1)))).code).toBe('INSUFFICIENT_CREDITS')

  await shop.getByLabel('Monthly cap').fill('10')
  await press('Save')
  await said('3 of 10')
  await makeImages(1)
  await said('4 of 10')
})

test('a plan brings its credits as it is paid; the larger one is paid and counts after a yes to its price', async () => {
  await open('Plans')
  await shop.getByRole('radio', { name: /^120 a month/ }).check()
  const checkout = await checkoutOpenedBy(
    studio.browser,
    () => press('Continue to checkout · €9.60 a month'),
    'Get 120 credits a month',
  )
  await pay(checkout)
  await said('120 credits added.')
  await said(/^your plan, resets/)
  await badgeSays(studio.browser, '120')

  await shop.getByRole('radio', { name: /^400 a month/ }).check()
  await said('starts at once: €18.40 for 280 credits more')
  const paidBefore = ledger().lots.length
  await press('Change to 400 a month')
  await said(/^€18\.40 is charged now, and 280 credits are added at once\. From .* the plan costs €28 a month\.$/)
  expect(ledger().lots.length).toBe(paidBefore)
  await press('Pay €18.40 and change now')
  await said('280 credits added.')
  await badgeSays(studio.browser, '400')
})

test('a plan that is cancelled goes on to its end, and can be kept after all', async () => {
  await press('Cancel plan at the next reset')
  await said(/^400 plan credits are left, and stay until their month ends\./)
  await press('End the plan')
  await said(/^Your plan ends on /)
  await badgeSays(studio.browser, '400')
  await press('Keep the plan after all')
  await shop.getByRole('button', { name: 'Cancel plan at the next reset' }).waitFor()
})

test('a month later the plan is renewed: its old credits are gone, the pack is untouched', async () => {
  const { browser, server } = studio
  await open('Packs')
  await shop.getByRole('radio', { name: /^100 credits/ }).check()
  await pay(await checkoutOpenedBy(browser, () => press('Continue to checkout · €9')))
  await said('100 credits added.')
  await makeImages(4)
  expect(left().sort()).toEqual(['metered 6', 'pack 100', 'plan 116', 'plan 280'])

  await server.stop()
  const ahead = new URL('../support/days-ahead.ts', import.meta.url).href
  const env = { NODE_OPTIONS: `--import=${ahead}`, TEST_DAYS_AHEAD: '32', TOILE_TRIAL_CREDITS: '2' }
  const later = await startServer({ dataFolder: server.dataFolder, port: Number(new URL(server.url).port), env })
  try {
    const popup = await browser.openOwn('popup.html')
    await shown(popup, '500', { exact: true }).first().waitFor()
    expect(left().sort()).toEqual(['metered 10', 'pack 100', 'plan 400'])
  } finally {
    await later.stop()
  }
})
