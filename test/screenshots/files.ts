import type { Frame, Page } from 'playwright-core'
import { photograph } from '../support/pictures.ts'
import { shown } from '../support/shown.ts'
import type { Shoot } from './album.ts'
import type { Words } from './words.ts'

/** What a designer brings along: a file of this kind, with these bytes. */
interface Brought {
  type: string
  base64: string
}

/** A picture of the designer's own is held over the overlay; then a file is dropped that is none, and then the picture. */
export async function shootDropped(overlay: Frame, words: Words, shoot: Shoot): Promise<void> {
  const picture = { type: 'image/png', base64: Buffer.from(await photograph(640, 480)).toString('base64') }
  await bring(overlay, 'dragover', picture)
  await shown(overlay, words('drop_here')).waitFor()
  await shoot(overlay.page(), 'overlay-drop')
  await dropNoPicture(overlay)
  await shown(overlay, words('error_unsupported_image')).first().waitFor()
  await shoot(overlay.page(), 'overlay-no-picture')
  await bring(overlay, 'drop', picture)
  await shown(overlay, words('pixels', { width: 640, height: 480 })).waitFor()
  await shoot(overlay.page(), 'overlay-dropped')
}

/** Drops a text on a page of Toile's. */
export async function dropNoPicture(page: Page | Frame): Promise<void> {
  await bring(page, 'drop', { type: 'text/plain', base64: btoa('a text') })
}

async function bring(page: Page | Frame, event: 'dragover' | 'drop', file: Brought): Promise<void> {
  await page.evaluate(
    ([event, { type, base64 }]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], 'brought', { type }))
      document.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [event, file] as const,
  )
}
