import type { Frame, Page } from 'playwright-core'
import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import type { Studio } from '../support/studio.ts'
import type { Shoot } from './album.ts'
import type { Words } from './words.ts'

/** Everything that one can do with results, each unfolded once. */
export async function shootResults({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  const press = (key: string) => overlay.getByRole('button', { name: words(key), exact: true }).click()
  await overlay.getByRole('button', { name: words('generate_images_other', { count: 4 }) }).click()
  await overlay
    .getByRole('heading', { name: words('results_variations_other', { delivered: 4, count: 4 }) })
    .waitFor({ timeout: 90_000 })
  await tile(overlay, words, 2).click()
  await press('action_favourite')
  await overlay.getByText(words('said_favourite')).first().waitFor()
  await shoot(page, 'results-favourite')
  await press('action_receipt')
  await overlay.getByText(words('receipt_price_version')).waitFor()
  await shoot(page, 'results-receipt')
  await overlay.getByRole('button', { name: words('action_download'), exact: true }).click()
  await shoot(page, 'results-file')
  await press('action_project')
  await shoot(page, 'results-project')
  await press('action_again')
  await overlay.getByText(words('again_same')).first().waitFor()
  await overlay.getByRole('button', { name: words('again_for_one', { count: 1 }) }).waitFor()
  await shoot(page, 'results-again')
  await press('action_again')
  await press('compare_source')
  await shoot(page, 'results-compare')
  await press('compare_source')
  await shootSeveral(page, overlay, words, shoot)
  await press('action_delete')
  await overlay.getByRole('button', { name: words('tile_undo') }).waitFor()
  await shoot(page, 'results-deleted')
}

async function shootSeveral(page: Page, overlay: Frame, words: Words, shoot: Shoot): Promise<void> {
  await overlay.getByRole('button', { name: words('action_select') }).click()
  await overlay.getByRole('checkbox', { name: words('tile_image', { place: 1 }) }).click()
  await overlay.getByRole('checkbox', { name: words('tile_image', { place: 4 }) }).click()
  await shoot(page, 'results-several')
  await overlay.getByRole('button', { name: words('several_done') }).click()
}

function tile(overlay: Frame, words: Words, place: number) {
  return overlay.getByRole('button', { name: words('tile_image', { place }) })
}
