import { shopApi } from '../shop-api'

/** Opens the payment service's own page, where cards are changed and what is owed is paid, in a new tab. Throws `ApiError`. */
export async function openPortal(): Promise<void> {
  const { url } = await shopApi.portal()
  await chrome.tabs.create({ url })
}
