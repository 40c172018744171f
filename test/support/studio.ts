import { type Browser, type BrowserOptions, launchBrowser } from './browser.ts'
import { ledgerFaults } from './ledger.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from './server.ts'
import { type Site, startSite } from './sites/site.ts'
import { Stack } from './stack.ts'

/** All that a journey needs: the real server on a data folder of its own, a browser with the extension, and a design site. */
export interface Studio {
  server: RunningServer
  browser: Browser
  site: Site
  /** Stops everything. Throws where the books are not sound. */
  close(): Promise<void>
}

/** @param options.env settings of the server */
export async function openStudio(
  options: { env?: Record<string, string> } & Omit<BrowserOptions, 'serverUrl'> = {},
): Promise<Studio> {
  const { env = {}, ...look } = options
  const stack = new Stack()
  try {
    const dataFolder = stack.add(await temporaryFolder('journey'), removeFolder)
    stack.add(dataFolder, refuseFaults)
    // The browser is stopped first: a server waits for whoever is still connected.
    const hosts = stack.add(new Stack(), (started) => started.close())
    const server = startServer({ dataFolder, env }).then((started) => hosts.add(started, (running) => running.stop()))
    const site = startSite().then((started) => hosts.add(started, (running) => running.close()))
    const serverUrl = server.then(({ url }) => url)
    const browser = launchBrowser({ serverUrl, ...look }).then((started) => stack.add(started, (running) => running.close()))
    // All at once; where one fails, the others are there to be stopped.
    await Promise.allSettled([server, site, serverUrl, browser])
    return { server: await server, browser: await browser, site: await site, close: () => stack.close() }
  } catch (error) {
    await stack.close()
    throw error
  }
}

async function refuseFaults(dataFolder: string): Promise<void> {
  const faults = await ledgerFaults(dataFolder)
  if (faults.length > 0) throw new Error(`The ledger is not sound: ${JSON.stringify(faults)}`)
}
