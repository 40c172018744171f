import type { Frame, Page } from 'playwright-core'
import { badgeText } from '../support/browser.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import type { Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'
import type { Shoot } from './album.ts'
import { beginning, type Words } from './words.ts'

/** Opens the overlay over the sample page and has 4 variations made, taking pictures on the way. */
export async function shootMaking({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<Page> {
  const page = await browser.open(`${server.url}/try`)
  await shoot(page, 'try')
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  const generate = overlay.getByRole('button', { name: words('generate_images_other', { count: 4 }) })
  await generate.click({ trial: true })
  await shoot(overlay.page(), 'overlay-compose')
  await generate.click()
  await overlay.getByRole('button', { name: words('tile_image', { place: 2 }) }).waitFor()
  await shoot(overlay.page(), 'overlay-progress')
  await resultsOf(overlay, words).waitFor({ timeout: 90_000 })
  await until(
    'badge and pill to see that all is done',
    () => badgeText(browser),
    (said) => !said.includes('/'),
  )
  await shoot(overlay.page(), 'overlay-results')
  return page
}

/** Asks for 4 more with nothing left. */
export async function shootZero(page: Page, words: Words, shoot: Shoot): Promise<void> {
  const overlay = await overlayIn(page)
  const more = words('more_for_other', { count: 4, price: words('cost_credits_other', { count: 4 }) })
  await page.bringToFront()
  await overlay.getByRole('button', { name: more }).click()
  await overlay.getByRole('heading', { name: words('zero_title') }).waitFor()
  await overlay.getByRole('radio').first().waitFor()
  await shoot(overlay.page(), 'overlay-zero')
}

/** A pack is bought, and the draft of before is there to go on with. */
export async function shootResume({ browser }: Studio, page: Page, words: Words, shoot: Shoot): Promise<void> {
  await page.bringToFront()
  const overlay = await overlayIn(page)
  const buy = overlay.getByRole('button', { name: beginning(words('buy_for_other', { count: 100 })) })
  const [checkout] = await Promise.all([browser.context.waitForEvent('page'), buy.click()])
  await checkout.locator('button.main').click()
  await checkout.getByRole('status').waitFor()
  await page.bringToFront()
  await overlay.getByRole('button', { name: words('resume_draft_other', { count: 4 }), disabled: false }).waitFor()
  await shoot(overlay.page(), 'overlay-resume')
}

function resultsOf(overlay: Frame, words: Words) {
  return overlay.getByRole('heading', { name: words('results_variations_other', { delivered: 4, count: 4 }) })
}
