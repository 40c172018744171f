import type { Page } from 'playwright-core'
import { rightClickImage } from '../../support/context-menu.ts'
import { overlayIn } from '../../support/overlay.ts'
import type { Studio } from '../../support/studio.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'

const times = Number(process.env.BENCH_TIMES ?? 20)

declare global {
  var toileClicked: number | undefined
  var toileQuoted: number | undefined
}

/**
 * From the choice in the right-click menu to a price in the overlay. The worker notes when it hears of the click, before any
 * listener of Toile's, the overlay's page when a price is drawn; both clocks are the machine's.
 */
export async function menuToQuote({ browser, server }: Studio): Promise<Percentiles> {
  await browser.worker.evaluate(() => {
    // Heard after Toile's own listener was called, which returns at its first wait: this is under a ms late.
    chrome.contextMenus.onClicked.addListener(() => {
      globalThis.toileClicked = performance.timeOrigin + performance.now()
    })
  })
  await browser.context.addInitScript(watchForQuote)
  const took: number[] = []
  // The first opening also compiles the page; it is left out.
  for (let i = 0; i <= times; i++) {
    const page = await browser.open(`${server.url}/try`)
    const ms = await once(browser, page)
    if (i > 0) took.push(ms)
    await page.close()
  }
  return percentiles(took)
}

/** Runs in every page before it: notes when a price stands in the overlay's footer. */
function watchForQuote(): void {
  if (!location.pathname.endsWith('/tabs/overlay.html')) return
  const look = () => {
    if (globalThis.toileQuoted !== undefined || document.querySelector('.cost .strong') === null) return
    // Drawn with the next frame.
    requestAnimationFrame(() => {
      globalThis.toileQuoted ??= performance.timeOrigin + performance.now()
    })
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

async function once(browser: Studio['browser'], page: Page): Promise<number> {
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  const quoted = await (await overlay.waitForFunction(() => globalThis.toileQuoted)).jsonValue()
  const clicked = await browser.worker.evaluate(() => globalThis.toileClicked)
  if (quoted === undefined || clicked === undefined) throw new Error('Nothing was clicked, or no price came')
  return quoted - clicked
}
