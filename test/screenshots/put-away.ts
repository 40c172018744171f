import type { Frame, Page } from 'playwright-core'
import type { Words } from './words.ts'

/** Closes an overlay, which may stand in a window of its own, and then its page: the next scene has a new one. */
export async function putAway(page: Page, overlay: Frame, words: Words): Promise<void> {
  await overlay.getByRole('button', { name: words('close'), exact: true }).click()
  await page.close()
}
