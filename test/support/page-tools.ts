import type { Page } from 'playwright-core'
import * as z from 'zod'
import type { Browser } from './browser.ts'
import { until } from './until.ts'

/** Presses the shortcut of a tool. The keys are the browser's own: their event is dispatched in the worker. */
export async function startTool({ worker }: Browser, page: Page, command: 'pick' | 'region'): Promise<void> {
  await page.bringToFront()
  const before = page.frames().length
  await worker.evaluate(async (pressed) => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' })
    if (tab === undefined) throw new Error('No tab is in front')
    const { onCommand } = chrome.commands
    // Chromium's events can be dispatched by the extension itself; the types know nothing of it.
    if (!('dispatch' in onCommand) || typeof onCommand.dispatch !== 'function')
      throw new Error('This browser dispatches no events')
    onCommand.dispatch(pressed, tab)
  }, command)
  await until(
    `the ${command} tool to stand over the page`,
    async () => page.frames().length,
    (now) => now > before,
  )
}

const targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), url: z.string() })) })

/**
 * Presses Toile's button in the toolbar while this page is in front, which lets Toile photograph the page from now on. Its
 * popup comes and goes.
 */
export async function pressToolbarButton({ context, worker }: Browser, page: Page): Promise<void> {
  const devtools = await context.browser()?.newBrowserCDPSession()
  if (devtools === undefined) throw new Error('This browser takes no commands')
  try {
    // Playwright's types know neither tabs as targets nor the domain of extensions.
    const send = (method: string, params: object): Promise<unknown> => Reflect.apply(devtools.send, devtools, [method, params])
    const { targetInfos } = targets.parse(await send('Target.getTargets', { filter: [{ type: 'tab' }] }))
    const tab = targetInfos.find(({ url }) => url === page.url())
    if (tab === undefined) throw new Error(`No tab shows ${page.url()}`)
    const id = await worker.evaluate(() => chrome.runtime.id)
    await send('Extensions.triggerAction', { id, targetId: tab.targetId })
  } finally {
    await devtools.detach()
  }
}

const ready = z.object({ state: z.literal('ready'), image: z.object({ url: z.string() }) })
const sessions = z.record(
  z.string(),
  z.object({ createdAt: z.number(), source: z.object({ state: z.string() }).loose().nullable() }),
)

/** The picture that the newest overlay is about, as the server has it, once it has it. */
export async function sourceOfOverlay({ worker }: Browser): Promise<Uint8Array<ArrayBuffer>> {
  const newest = async () => {
    const { overlaySessions } = await worker.evaluate(() => chrome.storage.session.get('overlaySessions'))
    return Object.values(sessions.parse(overlaySessions ?? {})).toSorted((a, b) => b.createdAt - a.createdAt)[0]?.source ?? null
  }
  const source = await until('the overlay to have its picture', newest, (found) => found !== null && found.state !== 'acquiring')
  const { url } = ready.parse(source).image
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
