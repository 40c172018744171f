import type { Browser } from './browser.ts'
import { until } from './until.ts'

/**
 * Ends the extension's worker, as the browser does with one that has nothing to do. That a page was closed is an event that
 * starts another; it runs when this is done.
 */
export async function stopWorker(browser: Browser): Promise<void> {
  const page = await browser.openOwn('options.html')
  await browser.worker.evaluate(() => Object.assign(globalThis, { endedByTest: false }))
  const devtools = await browser.context.newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await page.close()
  await until(
    'another worker',
    () => browser.worker.evaluate(() => 'endedByTest' in globalThis).catch(() => true),
    (same) => !same,
  )
}
