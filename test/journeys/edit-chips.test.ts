import { afterAll, beforeAll, expect, test } from 'vitest'
import { rightClickText } from '../support/context-menu.ts'
import { lastGeneration } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { generateButton, overlayIn, resultsHeading } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('what is read in a prompt is shown before it is paid, edited by key, and is what is made', async () => {
  const { browser, server, site } = studio
  const page = await browser.open(`${site.url}/brief`)
  await rightClickText(browser, page, '#brief')
  const overlay = await overlayIn(page)
  const prompt = overlay.getByLabel('Describe the print')
  await prompt.fill('Half-drop floral in coral and navy on cream, with a spaceship')
  await shown(overlay, 'Not drawn: spaceship.').waitFor()

  const navy = overlay.getByRole('button', { name: 'navy, colour: change' })
  await navy.press('Enter')
  const others = overlay.getByRole('group', { name: 'Instead of navy' })
  await others.getByRole('button', { name: 'emerald', exact: true }).press('Enter')
  expect(await prompt.inputValue()).toBe('Half-drop floral in coral and emerald on cream, with a spaceship')
  await overlay.getByRole('button', { name: 'coral, colour: change' }).press('Delete')
  expect(await prompt.inputValue()).toBe('Half-drop floral in emerald on cream, with a spaceship')
  // Nothing of this was asked for, or paid.
  expect(readLedger(server.dataFolder).holds).toEqual([])

  await overlay.getByRole('button', { name: 'Fewer', exact: true }).click({ clickCount: 3 })
  await generateButton(overlay).click()
  await resultsHeading(overlay).waitFor()
  const made = await lastGeneration(browser)
  expect(made.prompt).toBe('Half-drop floral in emerald on cream, with a spaceship')
  expect(made.understood.map(({ word }) => word)).toContain('emerald')

  // With the results, a chip leads back to the words.
  await overlay.getByRole('button', { name: 'Remove emerald' }).click()
  expect(await prompt.inputValue()).toBe('Half-drop floral on cream, with a spaceship')
})
