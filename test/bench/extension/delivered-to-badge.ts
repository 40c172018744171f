import { randomUUID } from 'node:crypto'
import { rightClickImage } from '../../support/context-menu.ts'
import { guestOf } from '../../support/guest.ts'
import { readLedger } from '../../support/ledger.ts'
import { generateButton, overlayIn, resultsHeading } from '../../support/overlay.ts'
import { finished } from '../../support/requests.ts'
import type { Studio } from '../../support/studio.ts'
import { until } from '../../support/until.ts'
import { type Percentiles, percentiles } from '../percentiles.ts'

const times = Number(process.env.BENCH_TIMES ?? 20)

declare global {
  var toileBadge: { text: string; at: number }[] | undefined
}

/**
 * From an image's delivery, as the ledger has it, to the badge that says so: with the overlay in view, and with every page of
 * Toile's closed, where the worker asks for itself.
 */
export async function deliveredToBadge(studio: Studio): Promise<{ pageOpen: Percentiles; allClosed: Percentiles }> {
  const { browser } = studio
  await browser.worker.evaluate(() => {
    const seen: { text: string; at: number }[] = []
    globalThis.toileBadge = seen
    const set = chrome.action.setBadgeText.bind(chrome.action)
    chrome.action.setBadgeText = async (details: chrome.action.BadgeTextDetails) => {
      const done = await set(details)
      seen.push({ text: details.text ?? '', at: Date.now() })
      return done
    }
  })
  return { pageOpen: percentiles(await withOverlay(studio)), allClosed: percentiles(await withNothingOpen(studio)) }
}

async function withOverlay(studio: Studio): Promise<number[]> {
  const { browser, server } = studio
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const page = await browser.open(`${server.url}/try`)
    await rightClickImage(browser, page, '#night-florals')
    const overlay = await overlayIn(page)
    const started = await forgetBadge(studio)
    await generateButton(overlay).hover()
    await generateButton(overlay).click()
    await resultsHeading(overlay).waitFor()
    took.push(...(await delays(studio, started)))
    await page.close()
  }
  return took
}

/** Asked for without a page that hears the stream: only the worker's own asking tells. */
async function withNothingOpen(studio: Studio): Promise<number[]> {
  const { browser } = studio
  const guest = await guestOf(browser)
  const settings = await browser.openOwn('options.html')
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const { priceVersion } = await guest.pricing.quote.query({ operation: 'generate', count: 1, size: 1024 })
    const asked = {
      intentId: randomUUID(),
      operation: 'generate',
      prompt: 'leopard',
      count: 1,
      priceVersion,
      maxCredits: 4,
    } as const
    const started = await forgetBadge(studio)
    const { id, count } = await guest.generations.request.mutate(asked)
    await settings.evaluate((told) => chrome.runtime.sendMessage({ type: 'ui-bg-generation-started', ...told }), { id, count })
    await finished(guest, id)
    took.push(...(await delays(studio, started)))
  }
  await settings.close()
  return took
}

/** The badge's changes from now on count. Answers when that is. */
async function forgetBadge({ browser }: Studio): Promise<number> {
  await browser.worker.evaluate(() => globalThis.toileBadge?.splice(0))
  return Date.now()
}

/** Of each image delivered since `started`: how many ms later the badge knew of it. */
async function delays({ browser, server }: Studio, started: number): Promise<number[]> {
  const delivered = deliveriesSince(server.dataFolder, started)
  const seen = await until(
    'the badge to be at rest',
    () => browser.worker.evaluate(() => globalThis.toileBadge ?? []),
    (changes) => /^\d+$/.test(changes.at(-1)?.text ?? ''),
  )
  return delivered.map((at, index) => {
    const told = seen.find((change) => change.at >= at && imagesIn(change.text, delivered.length) > index)
    if (told === undefined) throw new Error('The badge never knew of an image')
    return told.at - at
  })
}

/** When images were charged, in ms; each is, in the transaction that delivers it. */
function deliveriesSince(dataFolder: string, started: number): number[] {
  const captures = readLedger(dataFolder).entries.filter(({ from, to }) => from === 'held' && to === 'spent')
  return captures.map(({ at }) => at.getTime()).filter((at) => at >= started)
}

/** How many images of these a badge speaks of: `2/4` of two, a balance of all. */
function imagesIn(text: string, all: number): number {
  const [done, of] = text.split('/')
  return of === undefined ? all : Number(done)
}
