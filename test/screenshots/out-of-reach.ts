import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import type { Shoot } from './album.ts'
import { shootDropped } from './files.ts'
import { putAway } from './put-away.ts'
import type { Words } from './words.ts'

/** A picture of a host that nobody allowed: why it is not there, and every way on; then a file takes its place. */
export async function shootOutOfReach({ browser, site }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const page = await browser.open(`${site.url}/borrowed`)
  await rightClickImage(browser, page, '#borrowed')
  const overlay = await overlayIn(page)
  await shown(overlay, words('error_out_of_reach')).first().waitFor()
  await shoot(overlay.page(), 'overlay-out-of-reach')
  await shootDropped(overlay, words, shoot)
  await putAway(page, overlay, words)
}
