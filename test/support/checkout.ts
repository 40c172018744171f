import type { Page } from 'playwright-core'
import type { Browser } from './browser.ts'

/** The checkout page that `open` makes the extension open in a new tab: of a pack, unless its heading is another. */
export async function checkoutOpenedBy(
  { context }: Browser,
  open: () => Promise<void>,
  heading: string | RegExp = /^Buy \d+ credits$/,
): Promise<Page> {
  const [page] = await Promise.all([context.waitForEvent('page'), open()])
  await page.getByRole('heading', { name: heading }).waitFor()
  return page
}

/** Goes through with it: the test succeeds. */
export async function pay(checkout: Page): Promise<void> {
  await checkout.getByRole('button', { name: /^Pay / }).click()
  await checkout.getByRole('status').getByText('credits added').waitFor()
}
