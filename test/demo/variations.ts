import { badgeSays, badgeText, launchBrowser } from '../support/browser.ts'
import { rightClickImage } from '../support/context-menu.ts'
import { filesOf, lastGeneration } from '../support/guest.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, generateButton, overlayIn } from '../support/overlay.ts'
import { removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import type { Stack } from '../support/stack.ts'
import type { DemoOptions } from './options.ts'

/** What the run did, as it was measured: nothing here is what it should have been. */
export interface Measured {
  files: Uint8Array[]
  /** Credits that the ledger says were spent. */
  charged: number
  balanceBefore: number
  balanceAfter: number
  badge: string
}

/** Server, browser, right-click, Generate: whatever it starts it puts on the stack. */
export async function makeVariations(options: DemoOptions, stack: Stack, say: (step: string) => void): Promise<Measured> {
  const dataFolder = stack.add(await temporaryFolder('demo'), removeFolder)
  const server = stack.add(await startServer({ dataFolder }), (running) => running.stop())
  say(`the server listens on ${server.url}`)
  const browser = stack.add(await launchBrowser({ serverUrl: server.url, closeOnSignal: false }), (running) => running.close())
  const page = await browser.open(options.page ?? `${server.url}/try`)
  say(`right-clicking ${options.selector} on ${page.url()}`)
  if ((await page.locator(options.selector).count()) === 0) throw new Error(`There is no ${options.selector} on ${page.url()}`)
  await rightClickImage(browser, page, options.selector)
  const overlay = await overlayIn(page)
  // It can be clicked only when the picture is on the server and the price is known, so the wallet is open by then.
  await generateButton(overlay)
    .click({ trial: true })
    .catch(async () => {
      throw new Error(`Generate cannot be clicked. The overlay says: ${await overlay.getByRole('dialog').innerText()}`)
    })
  const balanceBefore = availableIn(dataFolder)
  say(`clicking Generate in the overlay, ${balanceBefore} credits are there`)
  await generate(overlay)
  const generation = await lastGeneration(browser)
  const files = await filesOf(generation)
  if (files.length !== generation.count) throw new Error(`Only ${files.length} of ${generation.count} images arrived`)
  const balanceAfter = availableIn(dataFolder)
  await badgeSays(browser, String(balanceAfter))
  say(`${files.length} images arrived`)
  const charged = readLedger(dataFolder).moved('held', 'spent')
  return { files, charged, balanceBefore, balanceAfter, badge: await badgeText(browser) }
}

/** Credits that the ledger says can be spent. */
function availableIn(dataFolder: string): number {
  return readLedger(dataFolder).lots.reduce((sum, lot) => sum + lot.available, 0)
}
