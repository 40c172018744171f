import type { Page } from 'playwright-core'
import * as z from 'zod'

const tree = z.object({
  nodes: z.array(
    z.object({ role: z.object({ value: z.unknown() }).optional(), name: z.object({ value: z.unknown() }).optional() }),
  ),
})

/**
 * What a screen reader says of the pill: its closed shadow root is shut to scripts, but not to the accessibility tree.
 * Null where there is no pill.
 */
export async function pillSays(page: Page): Promise<string | null> {
  const devtools = await page.context().newCDPSession(page)
  try {
    const { nodes } = tree.parse(await devtools.send('Accessibility.getFullAXTree'))
    const names = nodes.filter(({ role }) => role?.value === 'button').map(({ name }) => String(name?.value ?? ''))
    return names.find((name) => name.startsWith('Toile')) ?? null
  } finally {
    await devtools.detach()
  }
}
