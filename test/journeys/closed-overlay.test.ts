import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn } from '../support/overlay.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('images go on while overlay and page are closed: the badge follows, the popup has them', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  await generateButton(overlay).click()
  await until(
    'the request to be taken in',
    () => readLedger(server.dataFolder).jobs.length,
    (count) => count === 4,
  )
  await overlay.getByRole('button', { name: 'Close', exact: true }).click()
  await page.close()

  await badgeSays(browser, '21')
  const popup = await browser.openOwn('popup.html')
  await popup.getByRole('link', { name: 'Open recent image 4' }).waitFor()
  expect(readLedger(server.dataFolder).moved('held', 'spent')).toBe(4)
})
