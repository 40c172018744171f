const shopTabs = ['packs', 'plans', 'metered'] as const
export type ShopTab = (typeof shopTabs)[number]

/** The tab that the page's address asks for; null where it asks for no shop. */
export function shopTabOf(search: string): ShopTab | null {
  const asked = new URLSearchParams(search)
  if (asked.get('view') !== 'buy') return null
  return shopTabs.find((tab) => tab === asked.get('tab')) ?? 'packs'
}

/** The popup's shop, in a window of its own. */
export function openShop(tab: ShopTab = 'packs'): void {
  const url = chrome.runtime.getURL(`popup.html?view=buy&tab=${tab}`)
  void chrome.windows.create({ type: 'popup', url, width: 396, height: 660 })
}
