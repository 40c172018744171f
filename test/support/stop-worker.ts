import type { Browser } from './browser.ts'

/** Ends the extension's worker, as the browser does with one that has nothing to do; the next event starts another. */
export async function stopWorker(browser: Browser): Promise<void> {
  const page = await browser.openOwn('options.html')
  const devtools = await browser.context.newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  await page.close()
}
