import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { checkoutOpenedBy, pay } from '../support/checkout.ts'
import { runCli } from '../support/cli.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { filesOf, guestOf, lastGeneration } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '6' } })
})
afterAll(() => studio.close())

test('at too few credits new images wait, the old ones stay open, and one click after buying goes on with the draft', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  await generate(overlay)
  await badgeSays(browser, '2')
  const earlier = await lastGeneration(browser)

  await overlay.getByRole('button', { name: 'Edit prompt', exact: true }).click()
  await overlay.getByLabel('What should change?').fill('dusty pink and sage on cream')
  await generateButton(overlay).click()
  await shown(overlay, 'You need 2 more credits.', { exact: true }).waitFor()
  await shown(overlay, 'Draft saved', { exact: true }).waitFor()
  const blocked = readLedger(server.dataFolder)
  expect(blocked.lots).toMatchObject([{ available: 2, held: 0, spent: 4 }])
  expect(blocked.holds).toHaveLength(1)

  expect(await filesOf(earlier)).toHaveLength(4)
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('link', { name: 'Open recent image 1' }).waitFor()
  const [opened] = await Promise.all([
    browser.context.waitForEvent('page'),
    popup.getByRole('link', { name: 'Open recent image 1' }).click(),
  ])
  expect(await opened.locator('img').evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
    1024,
  )

  await page.bringToFront()
  const checkout = await checkoutOpenedBy(browser, () => overlay.getByRole('button', { name: 'Buy 100 credits · €9' }).click())
  await pay(checkout)
  await page.bringToFront()
  await shown(overlay, '100 credits added.', { exact: true }).waitFor()
  await shown(overlay, 'dusty pink and sage on cream', { exact: true }).waitFor()
  await overlay.getByRole('button', { name: 'Resume draft: generate 4 images' }).click()
  await resultsHeading(overlay).waitFor()

  const after = readLedger(server.dataFolder)
  expect(after.moved('held', 'spent')).toBe(8)
  expect(after.lots).toMatchObject([
    { kind: 'trial', available: 0, spent: 6 },
    { kind: 'pack', available: 98, spent: 2 },
  ])
  const resumed = await lastGeneration(browser)
  expect(resumed).toMatchObject({ prompt: 'dusty pink and sage on cream', source: earlier.source, charged: 4 })
  expect(await (await guestOf(browser)).generations.drafts.query()).toEqual([])
  await badgeSays(browser, '98')
})

const keepBack = async (reserve: number) =>
  (await guestOf(studio.browser)).wallet.updateSettings.mutate({ intentId: randomUUID(), reserve })

/** A wish for two images that the reserve keeps from being made. Answers its intent. */
async function keptAsDraft(prompt: string): Promise<string> {
  const guest = await guestOf(studio.browser)
  const { credits } = await guest.wallet.balance.query()
  await keepBack(credits)
  const wish = { intentId: randomUUID(), operation: 'generate', prompt, count: 2 } as const
  await expect(guest.generations.request.mutate({ ...wish, priceVersion: 1, maxCredits: 2 })).rejects.toThrow()
  return wish.intentId
}

/** One click on what is offered in the popup makes the two images of the draft. */
async function resumed(popup: Page, intentId: string): Promise<void> {
  const resume = popup.getByRole('button', { name: 'Resume draft: generate 2 images', disabled: false })
  const [overlay] = await Promise.all([studio.browser.context.waitForEvent('page'), resume.click()])
  await overlay.getByRole('heading', { name: '2 of 2 images' }).waitFor()
  expect(await lastGeneration(studio.browser)).toMatchObject({ intentId, charged: 2 })
}

test('a draft that can be paid again goes on by one click in the popup, for the price above it', async () => {
  const draft = await keptAsDraft('blue stripes')
  await keepBack(0)
  const popup = await studio.browser.openOwn('popup.html')
  await shown(popup, '2 credits · 96 left after').waitFor()
  await resumed(popup, draft)
})

test('one click goes on with the draft where a plan was just bought', async () => {
  const { browser } = studio
  const draft = await keptAsDraft('red gingham')
  const shop = await browser.openOwn('popup.html?view=buy&tab=plans')
  await shop.getByRole('radio', { name: /^30 a month/ }).check()
  const subscribe = shop.getByRole('button', { name: 'Continue to checkout · €2.70 a month' })
  await pay(await checkoutOpenedBy(browser, () => subscribe.click(), 'Get 30 credits a month'))
  await shown(shop, 'Your plan has begun. Its credits come again each month.', { exact: true }).waitFor()
  await resumed(shop, draft)
})

test('one click goes on with the draft where a promo code was just redeemed', async () => {
  const { browser, server } = studio
  const settings = { TOILE_DATA: server.dataFolder }
  expect((await runCli(settings, 'promo', 'create', 'SPRING26', '--credits', '20', '--days', '30')).code).toBe(0)
  const draft = await keptAsDraft('green tartan')
  const shop = await browser.openOwn('popup.html?view=buy')
  await shop.getByRole('button', { name: 'I have a promo code' }).click()
  await shop.getByLabel('Promo code').fill('spring 26')
  await shop.keyboard.press('Enter')
  await shown(shop, '20 credits added.', { exact: true }).waitFor()
  await resumed(shop, draft)
})
