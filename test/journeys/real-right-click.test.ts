import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn } from '../support/overlay.ts'
import { type Screen, startScreen } from '../support/screen.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let screen: Screen | null = null
let studio: Studio | null = null
beforeAll(async () => {
  screen = await startScreen()
  if (screen !== null) studio = await openStudio({ display: screen.display })
})
afterAll(async () => {
  await studio?.close()
  screen?.close()
})

test('a real right-click on a picture offers Toile in the browser’s own menu, and its first entry opens the overlay with the price', async ({
  skip,
}) => {
  if (screen === null || studio === null) {
    console.log('Skipped: a real right-click needs Xvfb and xdotool (Debian: apt-get install xvfb xdotool).')
    return skip()
  }
  // Whoever has seen a pill has a balance: the entries name prices.
  await studio.browser.open(`${studio.server.url}/try`)
  await badgeSays(studio.browser, '25')
  const page = await studio.browser.open(`${studio.site.strangeUrl}/photo`)
  const photo = page.locator('#photo')
  await photo.evaluate(async (image) => {
    if (image instanceof HTMLImageElement) await image.decode()
  })
  const box = await photo.boundingBox()
  if (box === null) throw new Error('The page has no photograph')
  await screen.rightClick(page, box.x + box.width / 2, box.y + box.height / 2)
  // From the end: the entry of the developers' tools, then Toile's, whose own menu begins with variations.
  screen.press('Up', 'Up', 'Right', 'Return')
  const overlay = await overlayIn(page)
  await generateButton(overlay).waitFor()
  expect(await overlay.getByRole('dialog').innerText()).toContain('4 credits · 21 left after · from Trial')
  expect(await overlay.getByRole('tab', { selected: true }).innerText()).toContain('Variations')
  expect(readLedger(studio.server.dataFolder).holds).toEqual([])
})
