import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { rightClickImage } from '../support/context-menu.ts'
import { guestOf } from '../support/guest.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { closeSmall, popupSize, type Shoot } from './album.ts'
import { beginning, type Words } from './words.ts'

/** Trial credits of a wallet whose first four images are paid by a pack as well: those are owed once it is disputed. */
export const moneyTrial = 2

async function openHome({ browser }: Studio): Promise<Page> {
  const popup = await browser.openOwn('popup.html')
  await popup.setViewportSize(popupSize)
  return popup
}

async function openPayments(studio: Studio, words: Words): Promise<Page> {
  const popup = await openHome(studio)
  await popup.getByRole('button', { name: words('history_title') }).click()
  await popup.getByRole('tab', { name: words('payments_title') }).click()
  await shown(popup, words('payment_pack_other', { count: 100 }))
    .first()
    .waitFor()
  return popup
}

/** Buys a pack from the popup as far as the checkout, and does that there: `succeed`, `decline` or `later`. */
async function buyInPopup({ browser }: Studio, popup: Page, words: Words, outcome: string): Promise<Page> {
  await popup
    .getByRole('button', { name: words('buy_credits') })
    .first()
    .click()
  await popup.getByRole('radio').first().check()
  const toCheckout = popup.getByRole('button', { name: beginning(words('continue_to_checkout')) })
  const [checkout] = await Promise.all([browser.context.waitForEvent('page'), toCheckout.click()])
  await checkout.locator(`input[value=${outcome}]`).check()
  await checkout.locator('button.main').click()
  await checkout.getByRole('status').first().waitFor()
  await popup.bringToFront()
  await popup.getByRole('button', { name: words('back') }).click()
  return checkout
}

/** What is said of money without being asked: on its way, declined, undone and owed, standing again; and the list of it all. */
export async function shootMoney(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const { browser, server } = studio
  const popup = await openHome(studio)
  await buyInPopup(studio, popup, words, 'decline')
  await shown(popup, words('checkout_declined')).first().waitFor()
  await shoot(popup, 'popup-declined')
  await buyInPopup(studio, popup, words, 'succeed')
  await shown(popup, words('credits_added_other', { count: 100 }))
    .first()
    .waitFor()
  await closeSmall(popup)

  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  await overlay.getByRole('button', { name: words('generate_images_other', { count: 4 }), disabled: false }).click()
  const results = words('results_variations_other', { delivered: 4, count: 4 })
  await overlay.getByRole('heading', { name: results }).waitFor({ timeout: 90_000 })

  const later = await openHome(studio)
  await buyInPopup(studio, later, words, 'later')
  await shown(later, words('payment_on_way')).first().waitFor()
  await shoot(later, 'popup-on-its-way')
  await closeSmall(later)

  const guest = await guestOf(browser)
  const { url } = await guest.payments.portal.mutate()
  const bank = await browser.open(url)
  const paid = bank.locator('article', { has: bank.locator('input[value=dispute]') })
  await paid.last().locator('form:has(input[value=dispute]) button').click()
  await bank.getByRole('status').waitFor()
  const owing = await openHome(studio)
  await shown(owing, words('error_debt_owed_other', { count: 2 }))
    .first()
    .waitFor()
  await shown(owing, beginning(words('payment_was_disputed')))
    .first()
    .waitFor()
  await shoot(owing, 'popup-debt')
  await closeSmall(owing)
  await page.bringToFront()
  await overlay.getByRole('button', { name: words('edit_prompt') }).click()
  await overlay.getByRole('heading', { name: words('error_debt_owed_other', { count: 2 }) }).waitFor()
  await overlay.getByRole('radio', { name: /100/ }).first().waitFor()
  await shoot(overlay.page(), 'overlay-debt')

  const payments = await openPayments(studio, words)
  await shoot(payments, 'popup-payments')
  await closeSmall(payments)
  await bank.locator('form:has(input[value=won]) button').click()
  await bank.getByRole('status').waitFor()
  const again = await openHome(studio)
  await shown(again, beginning(words('payment_stands')))
    .first()
    .waitFor()
  await shoot(again, 'popup-stands')
  await closeSmall(again)
}

/** Nothing of one's own is left: pay-as-you-go goes on, up to its cap; a plan brings more by itself. */
export async function shootPlanAndCap(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const { browser, server } = studio
  const first = await openHome(studio)
  await first.getByRole('heading').first().waitFor()
  const guest = await guestOf(browser)
  const subscribed = await guest.plans.subscribe.mutate({ intentId: randomUUID(), planId: 'month-30' })
  await fetch(subscribed.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
  const enabled = await guest.metered.enable.mutate({ intentId: randomUUID(), cap: 6 })
  if (enabled.url !== null) await fetch(enabled.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
  await shown(first, words('lot_plan_labelled', { label: 30 }))
    .first()
    .waitFor()
  await shown(first, words('metered_used', { used: 0, cap: 6 }))
    .first()
    .waitFor()
  await shoot(first, 'popup-plan')
  await closeSmall(first)

  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  for (let credits = 32; credits >= 8; credits -= 8) await guest.generations.request.mutate(ofText(8))
  await shown(overlay, words('cost_metered_after', { used: 4, cap: 6 }))
    .first()
    .waitFor({ timeout: 90_000 })
  await shoot(overlay.page(), 'overlay-metered')
  const zero = await openHome(studio)
  await shown(zero, words('metered_last')).waitFor()
  await shoot(zero, 'popup-metered')
  await guest.generations.request.mutate(ofText(6))
  await shown(zero, words('zero_title')).first().waitFor({ timeout: 90_000 })
  await zero.getByRole('button', { name: words('metered_raise') }).waitFor()
  await shoot(zero, 'popup-at-cap')
  await closeSmall(zero)
  await page.bringToFront()
  await overlay.getByRole('button', { name: words('generate_images_other', { count: 4 }) }).click()
  await shown(overlay, beginning(words('or_wait_other', { count: 30 }))).waitFor()
  await shoot(overlay.page(), 'overlay-at-cap')
}

const ofText = (count: number) => ({
  intentId: randomUUID(),
  operation: 'generate' as const,
  prompt: 'blue stripes on white',
  count,
  priceVersion: 1,
  maxCredits: count,
})
