import type { Page } from 'playwright-core'
import type { Browser } from './browser.ts'

/** The test bank that `open` makes the extension open in a new tab: what a bank, a card or a shop can do to what was paid. */
export async function bankOpenedBy({ context }: Browser, open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([context.waitForEvent('page'), open()])
  await page.getByRole('heading', { name: 'Test bank' }).waitFor()
  return page
}

/** Does one thing to the first payment that it can be done to. */
export async function atTheBank(bank: Page, what: 'Dispute' | 'Dispute won' | 'Dispute lost' | 'Refund'): Promise<void> {
  await bank.getByRole('button', { name: what, exact: true }).first().click()
  await bank.getByRole('status').getByText('Done.').waitFor()
}
