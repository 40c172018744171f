import type { Frame, Locator, Page } from 'playwright-core'

/**
 * Text that is seen on a page. `getByText` alone finds it twice while the page's unseen live region reads it out: how long
 * that is depends on what else there is to say.
 */
export function shown(page: Page | Frame, text: string | RegExp, options?: { exact: boolean }): Locator {
  return page.getByText(text, options).and(page.locator(':not(.unseen, .unseen *)'))
}
