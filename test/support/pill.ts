import type { Page } from 'playwright-core'
import * as z from 'zod'

const tree = z.object({
  nodes: z.array(
    z.object({
      role: z.object({ value: z.unknown() }).optional(),
      name: z.object({ value: z.unknown() }).optional(),
      backendDOMNodeId: z.number().optional(),
    }),
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

/** The middle of what a screen reader calls so, in CSS px of the window; null where there is none. In closed shadow roots as well. */
export async function middleOf(page: Page, name: RegExp): Promise<{ x: number; y: number } | null> {
  const devtools = await page.context().newCDPSession(page)
  try {
    const { nodes } = tree.parse(await devtools.send('Accessibility.getFullAXTree'))
    const node = nodes.find(
      ({ role, name: own }) => /^(button|menuitem)$/.test(String(role?.value)) && name.test(String(own?.value)),
    )
    if (node?.backendDOMNodeId === undefined) return null
    const { model } = await devtools.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId })
    const [left = 0, top = 0] = model.border
    return { x: left + model.width / 2, y: top + model.height / 2 }
  } finally {
    await devtools.detach()
  }
}
