import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { guestOf, lastGeneration } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeEach(async () => {
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '11' } })
})
afterEach(() => studio.close())

const lots = () => readLedger(studio.server.dataFolder).lots

/** The overlay over a line of text, with four images wanted. */
async function openOverlay() {
  const page = await studio.browser.open(`${studio.site.url}/brief`)
  await rightClickText(studio.browser, page, '#brief')
  return overlayIn(page)
}

async function setReserve(options: Page, credits: string): Promise<void> {
  const field = options.getByLabel('Keep a reserve')
  await field.fill(credits)
  await field.press('Enter')
  await options.getByRole('status').getByText('Saved').waitFor()
}

test('a reserve is kept until a box is ticked for it, and the yes counts once', async () => {
  const { browser } = studio
  const options = await browser.openOwn('options.html')
  await setReserve(options, '10')
  expect(await (await guestOf(browser)).wallet.settings.query()).toMatchObject({ reserve: 10 })

  const overlay = await openOverlay()
  await shown(overlay, 'This would use 3 credits from your reserve of 10.', { exact: true }).waitFor()
  const box = overlay.getByRole('checkbox', { name: 'Use 3 reserved credits, this time only' })
  expect(await box.isChecked()).toBe(false)
  const button = generateButton(overlay)
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  await button.focus()
  await button.press('Enter')
  await shown(overlay, 'Tick the box above, or make fewer images.').waitFor()
  expect(lots()).toMatchObject([{ available: 11, held: 0, spent: 0 }])

  await box.check()
  await generate(overlay)
  await badgeSays(browser, '7')
  expect(lots()).toMatchObject([{ available: 7, held: 0, spent: 4 }])

  // Four more would come out of the reserve again: the first yes does not speak for them.
  await overlay.getByRole('button', { name: '4 more · 4 credits' }).click()
  await shown(overlay, 'This would use 4 credits from your reserve of 10.', { exact: true }).waitFor()
  expect(await overlay.getByRole('checkbox').isChecked()).toBe(false)
  expect(readLedger(studio.server.dataFolder).holds).toHaveLength(1)
})

test('a yes is dropped when what it was given for changes, and images that leave the reserve alone need none', async () => {
  const { browser } = studio
  const options = await browser.openOwn('options.html')
  await setReserve(options, '9')
  const overlay = await openOverlay()
  await overlay.getByRole('checkbox', { name: 'Use 2 reserved credits, this time only' }).check()
  await overlay.getByRole('button', { name: 'Fewer', exact: true }).click()
  const box = overlay.getByRole('checkbox', { name: 'Use 1 reserved credit, this time only' })
  await box.waitFor()
  expect(await box.isChecked()).toBe(false)

  await overlay.getByRole('button', { name: 'Make 2 images instead' }).click()
  await box.waitFor({ state: 'detached' })
  await generateButton(overlay).click()
  await resultsHeading(overlay).waitFor()
  expect(lots()).toMatchObject([{ available: 9, held: 0, spent: 2 }])
  expect(await lastGeneration(browser)).toMatchObject({ count: 2, charged: 2 })

  const popup = await browser.openOwn('popup.html')
  await shown(popup, 'Reserve 9', { exact: true }).waitFor()
  await shown(popup, '9 credits left, all in your reserve.', { exact: true }).waitFor()
})
