import { afterAll, beforeAll, expect, test } from 'vitest'
import { badgeSays } from '../support/browser.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { filesOf, lastGeneration } from '../support/guest.ts'
import { ledgerFaults, readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import type { RunningServer } from '../support/server.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio
let reborn: RunningServer | null = null
beforeAll(async () => {
  // One thread draws one image after another, so that there is a middle to be killed in.
  studio = await openStudio({ env: { TOILE_PRINT_THREADS: '1' } })
})
afterAll(async () => {
  await reborn?.stop()
  await studio.close()
})

test('a server that is killed while it draws, and started again, delivers every image and charges each once', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/photo`)
  await rightClickImage(browser, page, '#photo')
  const overlay = await overlayIn(page)
  await overlay.getByLabel('Size').selectOption('2048 px')
  await shown(overlay, '8 credits').waitFor()
  await generateButton(overlay).click()
  await until(
    'the first image, the others being on their way',
    () => readLedger(server.dataFolder).jobs.map(({ state }) => state),
    (states) => states.includes('delivered') && states.includes('running'),
  )
  await server.kill()

  const wreck = readLedger(server.dataFolder)
  expect(wreck.jobs.filter(({ state }) => state !== 'delivered').length).toBeGreaterThan(0)
  expect(wreck.lots[0]?.held).toBeGreaterThan(0)
  expect(await ledgerFaults(server.dataFolder)).toEqual([])

  reborn = await server.restart()
  await resultsHeading(overlay).waitFor({ timeout: 90_000 })
  expect(await overlay.getByRole('dialog').innerText()).toContain('4 of 4 variations')

  const after = readLedger(server.dataFolder)
  expect(after.jobs.map(({ state, charged }) => [state, charged])).toEqual(Array(4).fill(['delivered', 2]))
  const begunAgain = after.jobs.filter(({ attempts }) => attempts > 1)
  expect(begunAgain).toHaveLength(wreck.jobs.filter(({ state }) => state === 'running').length)
  expect(after.entries.filter(({ to }) => to === 'spent').map(({ amount }) => amount)).toEqual([2, 2, 2, 2])
  expect(after.lots).toMatchObject([{ available: 17, held: 0, spent: 8 }])
  expect(await ledgerFaults(server.dataFolder)).toEqual([])
  expect(await filesOf(await lastGeneration(browser))).toHaveLength(4)
  await badgeSays(browser, '17')
})
