import type { Page } from 'playwright-core'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { closeSmall, panelSize, popupSize, type Shoot } from './album.ts'
import { beginning, type Words } from './words.ts'

async function openShop({ browser }: Studio, tab: 'plans' | 'metered'): Promise<Page> {
  const popup = await browser.openOwn(`popup.html?view=buy&tab=${tab}`)
  await popup.setViewportSize(popupSize)
  return popup
}

/** What is on sale beside packs, before any of it is bought; in the side panel, too. */
export async function shootShop(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const plans = await openShop(studio, 'plans')
  await plans.getByRole('radio', { name: beginning(words('plan_credits_other', { count: 120 })) }).check()
  await shoot(plans, 'shop-plans')
  await shown(plans, words('plan_yearly'), { exact: true }).click()
  await plans.getByRole('radio', { name: beginning(words('plan_credits_other', { count: 120 })) }).waitFor()
  await shoot(plans, 'shop-plans-yearly')
  await closeSmall(plans)
  const metered = await openShop(studio, 'metered')
  await metered.getByRole('switch').click()
  await metered.getByLabel(words('metered_cap')).waitFor()
  await shoot(metered, 'shop-metered')
  await closeSmall(metered)
  const panel = await studio.browser.openOwn('sidepanel.html')
  await panel.setViewportSize(panelSize)
  await panel.locator('button.balance-chip').click()
  await panel.getByRole('button', { name: beginning(words('continue_to_checkout')) }).waitFor()
  await shoot(panel, 'panel-shop')
  await closeSmall(panel)
}

/** The plan that the account has, what a larger one would do, and what it is to end it; none of it is done. */
export async function shootOwnPlan(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const popup = await openShop(studio, 'plans')
  const cancel = popup.getByRole('button', { name: words('plan_cancel') })
  await cancel.waitFor()
  await shoot(popup, 'shop-own-plan')
  await popup.getByRole('radio').last().check()
  await popup.getByRole('button', { name: beginning(words('plan_change_to_other')) }).click()
  await popup.getByRole('button', { name: beginning(words('plan_change_pay')) }).waitFor()
  await shoot(popup, 'shop-larger-plan')
  await popup.getByRole('button', { name: words('plan_not_now') }).click()
  await cancel.click()
  await popup.getByRole('button', { name: words('plan_cancel_yes') }).waitFor()
  await shoot(popup, 'shop-end-plan')
  await closeSmall(popup)
}
