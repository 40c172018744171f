import { afterAll, beforeAll, expect, test } from 'vitest'
import { badPictures } from '../support/bad-pictures.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { plain } from '../support/pictures.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const sentences = {
  UNSUPPORTED_IMAGE: /This file cannot be used as an image\.\s+Use a PNG, JPEG, WebP, AVIF or GIF\./,
  IMAGE_TOO_LARGE: /This image is too large\.\s+The limit is 50 megapixels\. Use a smaller copy\./,
}

test('a file that is no picture is answered by a sentence that says what to do, costs nothing, and the next file works', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  const chooser = overlay.locator('input[type=file]')
  await shown(overlay, 'Picked image').waitFor()
  for (const { what, file, code } of badPictures()) {
    await chooser.setInputFiles({ name: 'good.png', mimeType: 'image/png', buffer: Buffer.from(await plain(64, 64, '#a63d40')) })
    await shown(overlay, '64 × 64 px').waitFor()
    await chooser.setInputFiles(file)
    await shown(overlay, 'You can also paste an image').first().waitFor()
    const said = await overlay.getByRole('dialog').innerText()
    expect(said, what).toMatch(sentences[code])
    expect(await generateButton(overlay).isDisabled(), what).toBe(true)
  }
  expect(readLedger(server.dataFolder).entries.map(({ to }) => to)).toEqual(['available'])

  await chooser.setInputFiles({ name: 'good.png', mimeType: 'image/png', buffer: Buffer.from(site.photograph) })
  await generate(overlay)
  expect(readLedger(server.dataFolder).moved('held', 'spent')).toBe(4)
})
