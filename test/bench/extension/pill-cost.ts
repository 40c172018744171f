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
  ts: z.number(),
  tid: z.number(),
  args: z
    .looseObject({ data: z.looseObject({ url: z.string().optional(), fileName: z.string().optional() }).optional() })
    .default({}),
})

interface Cost {
  /** Time that the main thread spent in the pill's own scripts, from loading to a second of pointing at images. */
  scriptMs: number
  /** What all the work of the main thread came to. */
  taskMs: number
  heapKb: number
}

/** What the pill adds to a page of 5,000 elements and 500 images: the same page with and without it, in turn. */
export async function pillCost(browser: Browser): Promise<{ scriptMs: number; addedTaskMs: number; addedHeapKb: number }> {
  const crowded = await startCrowdedPage()
  try {
    const withPill: Cost[] = []
    const without: Cost[] = []
    for (let i = 0; i < pairs; i++) {
      without.push(await costOf(browser, crowded.without))
      withPill.push(await costOf(browser, crowded.withPill))
    }
    const middle = (costs: Cost[], of: keyof Cost) =>
      costs.map((cost) => cost[of]).sort((a, b) => a - b)[Math.floor(pairs / 2)] ?? 0
    const added = (of: keyof Cost) => Number((middle(withPill, of) - middle(without, of)).toFixed(1))
    return { scriptMs: added('scriptMs'), addedTaskMs: added('taskMs'), addedHeapKb: added('heapKb') }
  } finally {
    await crowded.close()
  }
}

async function costOf(browser: Browser, url: string): Promise<Cost> {
  const page = await browser.context.newPage()
  try {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable')
    const scripts = await traceScripts(devtools, async () => {
      await page.goto(url)
      await page.waitForTimeout(settleMs)
      await pointAround(page)
    })
    const taskMs = 1000 * (await metric(devtools, 'TaskDuration'))
    await devtools.send('HeapProfiler.collectGarbage')
    return { scriptMs: scripts, taskMs, heapKb: (await metric(devtools, 'JSHeapUsedSize')) / 1024 }
  } finally {
    await page.close()
  }
}

/** A pointer on its way over images, as whoever looks at a moodboard moves it. */
async function pointAround(page: Page): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await page.mouse.move(40 + 30 * i, 60 + 25 * i)
    await page.waitForTimeout(16)
  }
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics: all } = metrics.parse(await devtools.send('Performance.getMetrics'))
  const found = all.find((one) => one.name === name)
  if (found === undefined) throw new Error(`This browser does not measure ${name}`)
  return found.value
}

/** Runs `work` and answers how many ms of it scripts of extensions had the main thread. */
async function traceScripts(devtools: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: z.infer<typeof traced>[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => {
    for (const raw of value) {
      const event = traced.safeParse(raw).data
      if (event?.ph === 'X') events.push(event)
    }
  })
  await devtools.send('Tracing.start', { categories: 'devtools.timeline,v8', transferMode: 'ReportEvents' })
  await work()
  const complete = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()))
  await devtools.send('Tracing.end')
  await complete
  return ownTime(events) / 1000
}

/** µs of events of an extension's scripts that stand in no other such event. */
function ownTime(events: z.infer<typeof traced>[]): number {
  const names = ['EvaluateScript', 'FunctionCall', 'v8.compile']
  const ours = events
    .filter(
      ({ name, args }) =>
        names.includes(name) && `${args.data?.url ?? args.data?.fileName ?? ''}`.startsWith('chrome-extension:'),
    )
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  let sum = 0
  const ends = new Map<number, number>()
  for (const { tid, ts, dur } of ours) {
    if (ts < (ends.get(tid) ?? 0)) continue
    sum += dur
    ends.set(tid, ts + dur)
  }
  return sum
}
