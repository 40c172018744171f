import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('a text that cannot be drawn is refused in a sentence that says what to do, uncharged, and can be mended on the spot', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#cat')
  const overlay = await overlayIn(page)
  await generateButton(overlay).click()
  await overlay.getByText('Nothing was charged.').first().waitFor()
  const said = await overlay.getByRole('dialog').innerText()
  expect(said).toMatch(/Toile cannot draw .*“cat”/)
  expect(said).toContain('25 credits left')

  const refused = readLedger(server.dataFolder)
  expect(refused.entries.map(({ to }) => to)).toEqual(['available'])
  expect(refused.jobs).toEqual([])

  await overlay.getByLabel('Describe the print').fill('Polka dots in emerald on blush')
  await generate(overlay)
  expect(readLedger(server.dataFolder).moved('held', 'spent')).toBe(4)
  await badgeSays(browser, '21')
})
