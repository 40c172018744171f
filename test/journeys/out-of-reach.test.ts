import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickImage } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('a picture that the browser lets nobody read is told in a window, with a way on that works', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.strangeUrl}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  expect(overlay.parentFrame()).toBeNull()
  await shown(overlay, 'The browser does not let Toile read this image.').first().waitFor()
  await shown(overlay, 'Save the image and choose the file.').first().waitFor()
  expect(await generateButton(overlay).isDisabled()).toBe(true)

  const file = { name: 'saved.png', mimeType: 'image/png', buffer: Buffer.from(site.photograph) }
  await overlay.locator('input[type=file]').setInputFiles(file)
  await generate(overlay)
  expect(readLedger(server.dataFolder).moved('held', 'spent')).toBe(4)
})
