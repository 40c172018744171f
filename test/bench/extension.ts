import { extensionFolder, prepare } from 'server/operator/prepare'
import { openStudio } from '../support/studio.ts'
import { bundlesOf } from './extension/bundles.ts'
import { deliveredToBadge } from './extension/delivered-to-badge.ts'
import { menuToQuote } from './extension/menu-to-quote.ts'
import { pillCost } from './extension/pill-cost.ts'
import { popupOpen } from './extension/popup-open.ts'

/** What the extension weighs and how long it lets one wait, in a real browser with a real server. */
export async function benchExtension(): Promise<object> {
  prepare()
  const bundles = bundlesOf(extensionFolder)
  console.table(bundles)
  const studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '1000' } })
  try {
    const pill = await pillCost(studio.browser)
    console.log('The pill on a page of 5,000 elements', pill)
    const quote = await menuToQuote(studio)
    console.log('Menu to quote', quote)
    const badge = await deliveredToBadge(studio)
    console.log('Delivered to badge', badge)
    const popup = await popupOpen(studio.server.url)
    console.log('Popup beside an empty React page', popup)
    return { bundles, pill, menuToQuote: quote, deliveredToBadge: badge, popup }
  } finally {
    await studio.close()
  }
}
