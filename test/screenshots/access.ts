import { runCli } from '../support/cli.ts'
import { rightClickText } from '../support/context-menu.ts'
import { guestOf } from '../support/guest.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { closeSmall, popupSize, type Shoot } from './album.ts'
import type { Words } from './words.ts'

/** What a school's server asks for. */
export const schoolGate = { TOILE_REQUIRE_ENTITLEMENT: 'creative', TOILE_ENTITLED_DOMAINS: 'school.test,atelier.test' }

/** Panel, popup and shop without access; then a promo code, wrong and right, once the operator has given it. */
export async function shootAccess(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  await shown(overlay, words('error_not_entitled')).first().waitFor()
  await shown(overlay, words('cost_no_access')).first().waitFor()
  await shoot(page, 'overlay-no-access')

  const popup = await browser.openOwn('popup.html')
  await popup.setViewportSize(popupSize)
  await shown(popup, words('error_not_entitled')).first().waitFor()
  await shoot(popup, 'popup-no-access')
  await closeSmall(popup)
  const shop = await browser.openOwn('popup.html?view=buy')
  await shop.setViewportSize(popupSize)
  await shown(shop, words('error_not_entitled')).first().waitFor()
  await shoot(shop, 'popup-buy-no-access')

  const { accountId } = await (await guestOf(browser)).account.me.query()
  const settings = { TOILE_DATA: server.dataFolder }
  await runCli(settings, 'entitlement', 'grant', accountId, 'creative')
  await runCli(settings, 'promo', 'create', 'SPRING26', '--credits', '20', '--days', '30')
  await shop.getByRole('button', { name: words('access_again') }).click()
  await shop.getByRole('button', { name: words('promo_have') }).click()
  const field = shop.getByLabel(words('promo_code'))
  await field.fill('SPRING 62')
  await field.press('Enter')
  await shown(shop, words('error_promo_unknown')).first().waitFor()
  await shoot(shop, 'popup-promo-unknown')
  await field.fill('SPRING 26')
  await field.press('Enter')
  await shown(shop, words('credits_added_other', { count: 20 }))
    .first()
    .waitFor()
  await field.scrollIntoViewIfNeeded()
  await shoot(shop, 'popup-promo-added')
  await shop.getByRole('button', { name: words('history_title') }).click()
  await shown(shop, words('history_promo_code', { code: 'SPRING26' })).waitFor()
  await shoot(shop, 'popup-promo-history')
  await closeSmall(shop)
}
