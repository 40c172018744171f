import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickImage } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, overlayIn } from '../support/overlay.ts'
import { pillSays } from '../support/pill.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('the pill on the sample page shows the balance, follows it, and keeps it from the page', async () => {
  const { browser, server } = studio
  const page = await browser.open(`${server.url}/try`)
  const says = (words: string) =>
    until(
      `the pill to say ${words}`,
      () => pillSays(page),
      (said) => said === words,
    )
  await says('Toile: 25 credits left')
  expect(await page.evaluate(() => document.querySelector('toile-pill')?.shadowRoot)).toBeNull()
  expect(await page.evaluate(() => 'find' in window && typeof window.find === 'function' && window.find('25'))).toBe(false)

  await rightClickImage(browser, page, '#chips')
  await generate(await overlayIn(page))
  await says('Toile: 21 credits left')
  expect(readLedger(server.dataFolder).lots).toMatchObject([{ available: 21 }])
})

test('a page that nobody allowed has no pill', async () => {
  const page = await studio.browser.open(`${studio.site.url}/photo`)
  expect(await pillSays(page)).toBeNull()
})
