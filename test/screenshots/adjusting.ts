import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import type { Shoot } from './album.ts'
import { putAway } from './put-away.ts'
import type { Words } from './words.ts'

/** Every tab that makes something of a picture, then what was cut out and its file for print. */
export async function shootAdjusting({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  const openTab = (key: string) => overlay.getByRole('tab', { name: words(key) }).click()
  const press = (key: string) => overlay.getByRole('button', { name: words(key), exact: true }).click()
  const choose = (key: string) => overlay.getByRole('radio', { name: words(key) }).check()

  await openTab('tab_recolour')
  await press('palette_riviera')
  await shown(overlay, words('hint_free')).waitFor()
  await shoot(overlay.page(), 'overlay-recolour')
  await openTab('tab_repeat')
  await shown(overlay, words('repeat_preview_joins')).waitFor()
  await shoot(overlay.page(), 'overlay-repeat')
  await choose('layout_toss')
  await shoot(overlay.page(), 'overlay-repeat-toss')
  await openTab('tab_upscale')
  await shown(overlay, words('cost_credits_one', { count: 1 }))
    .nth(2)
    .waitFor()
  await shoot(overlay.page(), 'overlay-upscale')
  await openTab('tab_effects')
  await choose('effect_screen_print')
  await shoot(overlay.page(), 'overlay-effects')
  await openTab('tab_cutout')
  await press('box_add')
  await shoot(overlay.page(), 'overlay-cutout')
  await overlay.getByRole('button', { name: words('tab_cutout'), exact: true, disabled: false }).click()
  await overlay.getByRole('heading', { name: words('results_images_one', { delivered: 1, count: 1 }) }).waitFor()
  await press('action_download')
  await shoot(overlay.page(), 'overlay-cutout-file')
  await putAway(page, overlay, words)
}

/** The words of a print, with what is read in them, one chip open. */
export async function shootChips({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  await overlay.getByRole('tab', { name: words('tab_text') }).click()
  await overlay.getByLabel(words('prompt_text_label')).fill(words('prompt_text_hint').replace(/^[^:]*: ?/, ''))
  const chip = overlay.locator('.chip-word').nth(1)
  await chip.click()
  await overlay.getByRole('group', { name: words('chip_instead', { word: (await chip.innerText()).trim() }) }).waitFor()
  await shoot(overlay.page(), 'overlay-chips')
  await putAway(page, overlay, words)
}
