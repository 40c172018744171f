import { fillGallery } from '../support/filled-gallery.ts'
import { guestOf } from '../support/guest.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { panelSize, type Shoot } from './album.ts'
import { beginning, type Words } from './words.ts'

/** The side panel: empty, filled, filtered, without a find, one image, projects and usage. */
export async function shootPanel({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const panel = await browser.openOwn('sidepanel.html')
  await panel.setViewportSize(panelSize)
  const tab = (name: string) => panel.getByRole('tab', { name: words(name) })
  const tiles = panel.locator('.gallery-tile img')
  await shown(panel, words('gallery_empty'), { exact: true }).waitFor()
  await shoot(panel, 'panel-empty')
  await fillGallery(await guestOf(browser))
  await panel.reload()
  await tiles.nth(9).waitFor()
  await shoot(panel, 'panel-gallery')

  await panel.getByRole('button', { name: words('gallery_filter') }).click()
  await shoot(panel, 'panel-filter')
  await panel.getByRole('button', { name: words('gallery_filter'), exact: true }).click()
  const search = panel.getByRole('textbox', { name: words('gallery_search') })
  await search.fill('zeppelin')
  await shown(panel, words('gallery_none'), { exact: true }).waitFor()
  await shoot(panel, 'panel-not-found')
  await panel.getByRole('button', { name: words('gallery_show_all') }).click()

  await tiles.nth(2).click()
  await shown(panel, words('receipt_price_version')).waitFor()
  await shown(panel, words('detail_made_of_this')).waitFor()
  await shoot(panel, 'panel-image')
  await shown(panel, words('detail_delete')).scrollIntoViewIfNeeded()
  await shoot(panel, 'panel-image-end')
  await panel.getByRole('button', { name: words('detail_delete') }).click()
  await panel.getByRole('button', { name: words('gallery_undo') }).waitFor()
  await shoot(panel, 'panel-deleted')

  await tab('gallery_projects').click()
  await panel.getByRole('button', { name: beginning('Resort 27') }).click()
  await shoot(panel, 'panel-projects')
  await panel.getByRole('button', { name: words('project_new') }).click()
  await panel.getByLabel(words('project_budget')).first().fill('40')
  await shoot(panel, 'panel-new-project')
  await tab('gallery_usage').click()
  await panel.getByRole('button', { name: words('usage_as_table') }).click()
  await shoot(panel, 'panel-usage')

  await server.kill()
  await panel.reload()
  await shown(panel, words('gallery_offline'), { exact: true }).waitFor()
  await shoot(panel, 'panel-offline')
}
