import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { ledgerFaults, readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import type { RunningServer } from '../support/server.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
let back: RunningServer | null = null
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(async () => {
  await back?.stop()
  await studio.close()
})

test('a server that is away is told in overlay and badge; the same click works when it is back, charged once', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  await generateButton(overlay).click({ trial: true })
  await server.stop()

  await generateButton(overlay).click()
  await shown(overlay, 'The server cannot be reached.').first().waitFor()
  await shown(overlay, 'Nothing is charged twice.').first().waitFor()
  await badgeSays(browser, 'off')
  expect(readLedger(server.dataFolder).lots).toMatchObject([{ available: 25, held: 0, spent: 0 }])

  back = await server.restart()
  await generate(overlay)
  expect(readLedger(server.dataFolder).lots).toMatchObject([{ available: 21, held: 0, spent: 4 }])
  expect(readLedger(server.dataFolder).holds).toHaveLength(1)
  expect(await ledgerFaults(server.dataFolder)).toEqual([])
  await badgeSays(browser, '21')
})
