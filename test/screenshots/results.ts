import type { Frame } from 'playwright-core'
import type { Browser } from '../support/browser.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { closeSmall, popupSize, type Shoot } from './album.ts'
import { dropNoPicture } from './files.ts'
import { putAway } from './put-away.ts'
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
  await shown(overlay, words('said_favourite')).first().waitFor()
  await shoot(overlay.page(), 'results-favourite')
  await press('action_receipt')
  await shown(overlay, words('receipt_price_version')).waitFor()
  await shoot(overlay.page(), 'results-receipt')
  await overlay.getByRole('button', { name: words('action_download'), exact: true }).click()
  await shoot(overlay.page(), 'results-file')
  await press('action_project')
  await shoot(overlay.page(), 'results-project')
  await press('action_again')
  await shown(overlay, words('again_same')).first().waitFor()
  await overlay.getByRole('button', { name: words('again_for_one', { count: 1 }) }).waitFor()
  await shoot(overlay.page(), 'results-again')
  await press('action_again')
  await press('compare_source')
  await shoot(overlay.page(), 'results-compare')
  await press('compare_source')
  await shootSeveral(overlay, words, shoot)
  await shootNotCopied(overlay, words, shoot)
  await press('action_delete')
  await overlay.getByRole('button', { name: words('tile_undo') }).waitFor()
  await shoot(overlay.page(), 'results-deleted')
  await putAway(page, overlay, words)
  await shootLeft(browser, words, shoot)
}

/** The way back into the overlay that was closed last, in the popup, where a file that is no picture is dropped then. */
async function shootLeft(browser: Browser, words: Words, shoot: Shoot): Promise<void> {
  const popup = await browser.openOwn('popup.html')
  await popup.setViewportSize(popupSize)
  await popup.getByRole('region', { name: words('left_label') }).waitFor()
  await popup.getByRole('link').first().waitFor()
  await shoot(popup, 'popup-left')
  await dropNoPicture(popup)
  const refused = shown(popup, words('error_unsupported_image')).first()
  await refused.waitFor()
  await refused.scrollIntoViewIfNeeded()
  await shoot(popup, 'popup-no-picture')
  await closeSmall(popup)
}

async function shootSeveral(overlay: Frame, words: Words, shoot: Shoot): Promise<void> {
  await overlay.getByRole('button', { name: words('action_select') }).click()
  await overlay.getByRole('checkbox', { name: words('tile_image', { place: 1 }) }).click()
  await overlay.getByRole('checkbox', { name: words('tile_image', { place: 4 }) }).click()
  await shoot(overlay.page(), 'results-several')
  await overlay.getByRole('button', { name: words('several_done') }).click()
}

/** The way on where copying is not allowed; a panel in a window of its own may always copy. */
async function shootNotCopied(overlay: Frame, words: Words, shoot: Shoot): Promise<void> {
  if (overlay.parentFrame() === null) return
  await overlay.evaluate(copyNothing)
  await overlay.getByRole('button', { name: words('action_copy'), exact: true }).click()
  await overlay.getByRole('button', { name: words('action_copy_elsewhere') }).waitFor()
  await shoot(overlay.page(), 'results-not-copied')
}

/** In the panel: as in a page that lets frames copy in no way. */
function copyNothing(): void {
  navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  document.execCommand = () => false
}

function tile(overlay: Frame, words: Words, place: number) {
  return overlay.getByRole('button', { name: words('tile_image', { place }) })
}
