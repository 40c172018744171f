import type { Page } from 'playwright-core'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { closeSmall, popupSize, type Shoot, settingsSize } from './album.ts'
import { beginning, type Words } from './words.ts'

async function openPopup({ browser }: Studio): Promise<Page> {
  const popup = await browser.openOwn('popup.html')
  await popup.setViewportSize(popupSize)
  await popup.getByRole('link').first().waitFor()
  return popup
}

/** Popup with nothing left. */
export async function shootEmptyWallet(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const popup = await openPopup(studio)
  await shown(popup, words('zero_title')).first().waitFor()
  await popup.getByRole('button', { name: beginning(words('buy_for_other', { count: 100 })) }).waitFor()
  await shoot(popup, 'popup-zero')
  await closeSmall(popup)
}

/** Buying from the popup to the end, then what the popup shows of it. */
export async function shootWallet(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const popup = await openPopup(studio)
  await shoot(popup, 'popup-home')
  await popup.getByRole('button', { name: words('buy_credits') }).click()
  const toCheckout = popup.getByRole('button', { name: beginning(words('continue_to_checkout')) })
  await toCheckout.waitFor()
  await shoot(popup, 'popup-buy')
  const [checkout] = await Promise.all([studio.browser.context.waitForEvent('page'), toCheckout.click()])
  await shoot(checkout, 'checkout')
  await checkout.locator('button.main').click()
  await checkout.getByRole('status').getByRole('heading').waitFor()
  await shoot(checkout, 'checkout-paid')
  await popup.bringToFront()
  await popup.getByRole('button', { name: words('back') }).click()
  await shown(popup, words('credits_added_other', { count: 300 }))
    .first()
    .waitFor()
  // The lots follow the balance by a moment.
  await popup.locator('.lots-legend').getByText('300').first().waitFor()
  await shoot(popup, 'popup-bought')
  await popup.getByRole('button', { name: words('history_title') }).click()
  await shown(popup, words('history_pack_other', { count: 300 })).waitFor()
  await shoot(popup, 'popup-history')
  await popup.getByRole('button', { name: words('gallery_filter') }).click()
  await popup.getByLabel(words('filter_period')).waitFor()
  await shoot(popup, 'popup-history-filter')
}

/** The settings page. */
export async function shootSettings({ browser }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const options = await browser.openOwn('options.html')
  await options.setViewportSize(settingsSize)
  await options.getByRole('heading', { name: words('options_server') }).waitFor()
  await shoot(options, 'options')
}
