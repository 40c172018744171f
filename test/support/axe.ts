import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import * as z from 'zod'

/** Run inside the page by the browser's debugger: a script element would meet the extension's own rules for scripts. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const report = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })) }),
  ),
})

/** WCAG 2.2 A and AA, and what is good practice beside it. */
const all = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
/** Of the frame's own document, for each frame has its turn; and not what is right about it, which takes as long to describe. */
const faultsOnly = { iframes: false, resultTypes: ['violations'] }
const contrastOnly = { runOnly: { type: 'rule', values: ['color-contrast'] } }

/** What stands against accessibility in every page of ours that is open here: the page itself, and an overlay in it. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const light = await faultsIn(page, all)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsIn(page, contrastOnly)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((fault) => `dark: ${fault}`), ...(await sidewaysFaults(page))]
}

/** Frames of the extension's own pages; or the page itself, where it is of Toile. It is the same under an overlay as without one. */
function ourFrames(page: Page): Frame[] {
  const own = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'))
  return own.length > 0 ? own : [page.mainFrame()].filter((frame) => /\/(try|checkout)/.test(frame.url()))
}

/** A colour on its way to another one is neither. */
async function settled(): Promise<void> {
  const changing = document.getAnimations().filter((one) => one instanceof CSSTransition)
  await Promise.allSettled(changing.map((one) => one.finished))
}

async function faultsIn(page: Page, options: object): Promise<string[]> {
  const faults: string[] = []
  for (const frame of ourFrames(page)) {
    await frame.evaluate(settled)
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe)
    const found: unknown = await frame.evaluate(`axe.run(document, ${JSON.stringify({ ...options, ...faultsOnly })})`)
    for (const { id, help, nodes } of report.parse(found).violations) {
      for (const { target, html } of nodes) faults.push(`${id} (${help}): ${target.join(' ')} ${html.slice(0, 200)}`)
    }
  }
  return faults
}

/** Nothing of ours scrolls sideways. */
async function sidewaysFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const frame of ourFrames(page)) {
    const { wide, window } = await frame.evaluate(() => ({ wide: document.documentElement.scrollWidth, window: innerWidth }))
    if (wide > window) faults.push(`sideways: ${new URL(frame.url()).pathname} is ${wide} px wide in ${window}`)
  }
  return faults
}
