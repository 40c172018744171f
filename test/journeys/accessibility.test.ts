import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Look } from '../screenshots/album.ts'
import { play, sittings } from '../screenshots/scenes.ts'
import { accessibilityFaults } from '../support/axe.ts'

const light: Look = { name: 'light', locale: 'en-US', colorScheme: 'light' }

// Every page and state that is photographed.
test.each(sittings)('nothing stands against accessibility in light or dark: $name', async (sitting) => {
  const faults: string[] = []
  const look = async (page: Page, scene: string) => {
    faults.push(...(await accessibilityFaults(page)).map((fault) => `${scene}: ${fault}`))
  }
  await play(sitting, light, look)
  expect(faults).toEqual([])
})
