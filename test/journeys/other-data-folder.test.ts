import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, badgeSays, launchBrowser } from '../support/browser.ts'
import { rightClickText } from '../support/context-menu.ts'
import { readLedger } from '../support/ledger.ts'
import { generate, overlayIn } from '../support/overlay.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { startSite } from '../support/sites/site.ts'
import { Stack } from '../support/stack.ts'

const stack = new Stack()
let folders: [string, string]
let server: RunningServer
let browser: Browser
let briefUrl: string

beforeAll(async () => {
  folders = [stack.add(await temporaryFolder('first'), removeFolder), stack.add(await temporaryFolder('second'), removeFolder)]
  server = await startServer({ dataFolder: folders[0] })
  stack.add(null, () => server.stop())
  const site = stack.add(await startSite(), (running) => running.close())
  briefUrl = `${site.url}/brief`
  browser = stack.add(await launchBrowser({ serverUrl: server.url }), (running) => running.close())
})
afterAll(() => stack.close())

/** The same address, other data. */
async function runOn(dataFolder: string): Promise<void> {
  await server.stop()
  server = await startServer({ dataFolder, port: Number(new URL(server.url).port) })
}

/** Opening the popup is reason enough to ask for the balance. */
async function lookAtBalance(says: string): Promise<void> {
  const popup = await browser.openOwn('popup.html')
  await badgeSays(browser, says)
  await popup.close()
}

test('a server that runs on other data for a while, and then on the old ones: the wallet with its credits is back', async () => {
  const page = await browser.open(briefUrl)
  await rightClickText(browser, page, '#brief')
  await generate(await overlayIn(page))
  await badgeSays(browser, '21')
  await page.close()

  await runOn(folders[1])
  await lookAtBalance('25')
  await runOn(folders[0])
  await lookAtBalance('21')
  // And no guest was made in passing.
  expect(readLedger(folders[0]).lots).toHaveLength(1)
  expect(readLedger(folders[1]).lots).toHaveLength(1)
})
