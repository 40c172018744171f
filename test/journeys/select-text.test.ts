import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { nearest, seamOf } from '../support/compare.ts'
import { rightClickText } from '../support/context-menu.ts'
import { filesOf, lastGeneration } from '../support/guest.ts'
import { ledgerFaults, readLedger } from '../support/ledger.ts'
import { generate, overlayIn } from '../support/overlay.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
let promptSays: string
let resultsSay: string
let images: Uint8Array[]

beforeAll(async () => {
  studio = await openStudio()
  const { browser, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  promptSays = await overlay.getByLabel('Describe the print').inputValue()
  await generate(overlay)
  resultsSay = await overlay.getByRole('dialog').innerText()
  images = await filesOf(await lastGeneration(browser))
})
afterAll(() => studio.close())

test('the selected text is the prompt', () => {
  expect(promptSays).toBe('Half-drop floral in coral and navy on cream')
})

test('4 different prints arrive, at least 1024 px, and tile without a seam', async () => {
  expect(images).toHaveLength(4)
  expect(await nearest(images)).toBeGreaterThan(4)
  for (const image of images) {
    const seam = await seamOf(image)
    expect(Math.min(seam.width, seam.height)).toBeGreaterThanOrEqual(1024)
    expect(seam).toMatchObject({ seamless: true })
  }
})

test('the overlay says which words were understood', () => {
  for (const word of ['floral', 'coral', 'navy', 'cream', 'half-drop']) expect(resultsSay.toLowerCase()).toContain(word)
})

test('each image is charged 1 credit; screen, badge and books agree', async () => {
  expect(resultsSay).toContain('4 credits used · 21 left')
  const { dataFolder } = studio.server
  expect(readLedger(dataFolder).moved('held', 'spent')).toBe(4)
  expect(await ledgerFaults(dataFolder)).toEqual([])
  await badgeSays(studio.browser, '21')
})
