import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickImage } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, resultsHeading } from '../support/overlay.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

/** A right-click on a page that takes no overlay opens a window of Toile's own. */
async function windowOpenedBy(open: () => Promise<void>): Promise<Page> {
  const [opened] = await Promise.all([studio.browser.context.waitForEvent('page'), open()])
  await opened.getByRole('dialog').waitFor()
  return opened
}

test('a picture that the browser lets nobody read is told in a window, with a way on that works', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.strangeUrl}/photo`)
  const overlay = await windowOpenedBy(() => rightClickImage(browser, page, '#photo'))
  await overlay.getByText('The browser does not let Toile read this image.').waitFor()
  await overlay.getByText('Save the image and choose the file.').waitFor()
  expect(await generateButton(overlay.mainFrame()).isDisabled()).toBe(true)

  const file = { name: 'saved.png', mimeType: 'image/png', buffer: Buffer.from(site.photograph) }
  await overlay.locator('input[type=file]').setInputFiles(file)
  await generateButton(overlay.mainFrame()).click()
  await resultsHeading(overlay.mainFrame()).waitFor()
  expect(readLedger(server.dataFolder).moved('held', 'spent')).toBe(4)
})
