import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { closeSmall, popupSize, type Shoot, settingsSize } from './album.ts'
import type { Words } from './words.ts'

/** Credits of the wallet, and how many of them are kept back: four images would take three of these. */
export const reserveTrial = 11
const kept = 10

/** A reserve is set, asked for, and shown for what it is. */
export async function shootReserve({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const options = await browser.openOwn('options.html')
  await options.setViewportSize(settingsSize)
  await options.getByLabel(words('options_reserve')).fill(String(kept))
  await options.getByRole('status').getByText(words('options_saved')).waitFor()
  await shoot(options, 'options-reserve')

  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  const box = overlay.getByRole('checkbox', { name: words('reserve_use_other', { count: 3 }) })
  await box.waitFor()
  await shoot(overlay.page(), 'overlay-reserve')
  await box.check()
  // Ready to be clicked: what is blocked or on its way to be allowed is not.
  await overlay
    .getByRole('button', { name: words('generate_images_other', { count: 4 }), disabled: false })
    .click({ trial: true })
  await shoot(overlay.page(), 'overlay-reserve-ticked')

  const popup = await browser.openOwn('popup.html')
  await popup.setViewportSize(popupSize)
  await shown(popup, words('reserve_mark', { credits: kept }), { exact: true }).waitFor()
  await shoot(popup, 'popup-reserve')

  await closeSmall(popup)
  await options.bringToFront()
  await options.getByLabel(words('options_low'), { exact: true }).fill(String(reserveTrial))
  await options.getByRole('status').getByText(words('options_saved')).waitFor()
  await page.bringToFront()
  await overlay.getByRole('button', { name: words('minimise') }).click()
  await shoot(page, 'pill-low')
  const low = await browser.openOwn('popup.html')
  await low.setViewportSize(popupSize)
  await shown(low, words('low_above_other', { count: reserveTrial, above: reserveTrial - kept }))
    .first()
    .waitFor()
  await shoot(low, 'popup-low')
}
