import type { CDPSession, Page } from 'playwright-core'
import * as z from 'zod'
import type { Browser } from '../../support/browser.ts'
import { startCrowdedPage } from './crowded-page.ts'

const pairs = Number(process.env.BENCH_PAIRS ?? 15)
/** The pill comes when the page is idle; after that nothing moves any more. */
const settleMs = 700

const metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })
const traced = z.looseObject({
  ph: z.string(),
  name: z.string(),
  dur: z.number().default(0),
  /** The processor's time of it, where the machine tells that: what else it does meanwhile is not counted. */
  tdur: z.number().optional(),
  ts: z.number(),
  tid: z.number(),
  args: z
    .looseObject({ data: z.looseObject({ url: z.string().optional(), fileName: z.string().optional() }).optional() })
    .default({}),
})

interface Cost {
  /** What the main thread did for the extension's scripts, from loading to a second of pointing at images. */
  scriptMs: number
  /** What all the work of the main thread came to. */
  taskMs: number
  heapKb: number
}

/** What the button on pictures costs, which comes only when a pointer rests on one: the first time, and each time after. */
interface ButtonCost {
  firstRestMs: number
  laterRestMs: number
}

/** What the pill adds to a page of 5,000 elements and 500 images (the same page with and without it, in turn), and its button. */
export async function pillCost(
  browser: Browser,
): Promise<{ scriptMs: number; addedTaskMs: number; addedHeapKb: number; button: ButtonCost }> {
  const crowded = await startCrowdedPage()
  try {
    const withPill: Cost[] = []
    const without: Cost[] = []
    const buttons: ButtonCost[] = []
    for (let i = 0; i < pairs; i++) {
      without.push(await onPage(browser, crowded.without, costOf))
      withPill.push(await onPage(browser, crowded.withPill, costOf))
      buttons.push(await onPage(browser, crowded.withPill, buttonCostOf))
    }
    const added = (of: keyof Cost) => Number((middle(withPill, of) - middle(without, of)).toFixed(1))
    const ofButton = (of: keyof ButtonCost) => Number(middle(buttons, of).toFixed(1))
    return {
      scriptMs: added('scriptMs'),
      addedTaskMs: added('taskMs'),
      addedHeapKb: added('heapKb'),
      button: { firstRestMs: ofButton('firstRestMs'), laterRestMs: ofButton('laterRestMs') },
    }
  } finally {
    await crowded.close()
  }
}

function middle<Of extends string>(costs: Record<Of, number>[], of: Of): number {
  return costs.map((cost) => cost[of]).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
}

type Measure<T> = (page: Page, devtools: CDPSession, show: () => Promise<void>) => Promise<T>

async function onPage<T>(browser: Browser, url: string, measure: Measure<T>): Promise<T> {
  const page = await browser.context.newPage()
  try {
    const devtools = await page.context().newCDPSession(page)
    return await measure(page, devtools, async () => {
      await page.goto(url)
      await page.waitForTimeout(settleMs)
    })
  } finally {
    await page.close()
  }
}

async function costOf(page: Page, devtools: CDPSession, show: () => Promise<void>): Promise<Cost> {
  await devtools.send('Performance.enable')
  const scriptMs = await traceScripts(devtools, async () => {
    await show()
    await pointAround(page)
  })
  const taskMs = 1000 * (await metric(devtools, 'TaskDuration'))
  await devtools.send('HeapProfiler.collectGarbage')
  return { scriptMs, taskMs, heapKb: (await metric(devtools, 'JSHeapUsedSize')) / 1024 }
}

/** A pointer on its way over images, as whoever looks at a moodboard moves it. */
async function pointAround(page: Page): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await page.mouse.move(40 + 30 * i, 60 + 25 * i)
    await page.waitForTimeout(16)
  }
}

async function buttonCostOf(page: Page, devtools: CDPSession, show: () => Promise<void>): Promise<ButtonCost> {
  await show()
  const images = page.locator('img')
  const rest = async (nth: number) => {
    await images.nth(nth).hover()
    await page.locator('toile-image').waitFor({ state: 'attached' })
  }
  const firstRestMs = await traceScripts(devtools, () => rest(0))
  await page.mouse.move(2, 2)
  await page.locator('toile-image').waitFor({ state: 'detached' })
  return { firstRestMs, laterRestMs: await traceScripts(devtools, () => rest(2)) }
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics: all } = metrics.parse(await devtools.send('Performance.getMetrics'))
  const found = all.find((one) => one.name === name)
  if (found === undefined) throw new Error(`This browser does not measure ${name}`)
  return found.value
}

/** Runs `work` and answers how many ms of it scripts of extensions, and the answers that they get, had the main thread. */
async function traceScripts(devtools: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: z.infer<typeof traced>[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const raw of value) {
      const event = traced.safeParse(raw).data
      if (event?.ph === 'X') events.push(event)
    }
  })
  await devtools.send('Tracing.start', { categories: 'devtools.timeline,v8,toplevel', transferMode: 'ReportEvents' })
  await work()
  const complete = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()))
  await devtools.send('Tracing.end')
  await complete
  return ownTime(events) / 1000
}

/** µs of events of an extension's scripts that stand in no other such event. The page itself has no scripts that get answers. */
function ownTime(events: z.infer<typeof traced>[]): number {
  const names = ['EvaluateScript', 'FunctionCall', 'v8.compile']
  const isOurs = ({ name, args }: z.infer<typeof traced>) =>
    name === 'BlinkScheduler_PerformMicrotaskCheckpoint' ||
    (names.includes(name) && `${args.data?.url ?? args.data?.fileName ?? ''}`.startsWith('chrome-extension:'))
  const ours = events.filter(isOurs).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  let sum = 0
  const ends = new Map<number, number>()
  for (const { tid, ts, dur, tdur } of ours) {
    if (ts < (ends.get(tid) ?? 0)) continue
    sum += tdur ?? dur
    ends.set(tid, ts + dur)
  }
  return sum
}
