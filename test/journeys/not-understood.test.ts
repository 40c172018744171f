import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

/** Whether the panel's body, which scrolls, shows the whole of it. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const body = element.closest('.overlay-body')?.getBoundingClientRect()
  return body !== undefined && top >= body.top && bottom <= body.bottom
}

test('a text that cannot be drawn is refused in a sentence that says what to do, uncharged, and can be mended on the spot', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  // Low, as at 200 %: the sentence has to come into sight by itself.
  await page.setViewportSize({ width: 640, height: 400 })
  await rightClickText(browser, page, '#cat')
  const overlay = await overlayIn(page)
  await generateButton(overlay).click()
  await shown(overlay, 'Nothing was charged.').first().waitFor()
  const said = await overlay.getByRole('dialog').innerText()
  expect(said).toMatch(/Toile cannot draw .*“cat”/)
  expect(said).toContain('25 credits left')

  await until(
    'the sentence to be in sight',
    () =>
      shown(overlay, /^Toile cannot draw/)
        .last()
        .evaluate(isInSight),
    (inSight) => inSight,
  )

  const refused = readLedger(server.dataFolder)
  expect(refused.entries.map(({ to }) => to)).toEqual(['available'])
  expect(refused.jobs).toEqual([])

  await overlay.getByLabel('Describe the print').fill('Polka dots in emerald on blush')
  await generate(overlay)
  expect(readLedger(server.dataFolder).moved('held', 'spent')).toBe(4)
  await badgeSays(browser, '21')
})
