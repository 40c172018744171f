import { creditsPerImage, maxPromptLength } from 'shared'
import { facts, t, tn } from '../ui/i18n'
import { openFromImage, openFromWords } from './overlay'
import type { Standing } from './standing'

/** What a click opens the overlay with; the price in the title is for this. */
const usual = { count: 4, size: 1024, engine: 'auto' }

const entries = {
  vary: { id: 'toile-vary', contexts: ['image'], title: 'menu_variations' },
  generate: { id: 'toile-generate', contexts: ['selection'], title: 'menu_from_text' },
} as const
type Kind = keyof typeof entries
const kinds: Kind[] = ['vary', 'generate']

/** The entry with its price and what is left after, as far as both are known. */
export function menuTitle(kind: Kind, standing: Standing): string {
  const plain = t(entries[kind].title)
  const price = priceNote(kind, standing)
  return price === null ? plain : facts(plain, price)
}

function priceNote(operation: Kind, { balance, prices, reachable }: Standing): string | null {
  if (balance === null || prices === null || !reachable) return null
  const each = creditsPerImage(prices, { ...usual, operation })
  if (each === null) return null
  const cost = each * usual.count
  if (cost === 0) return t('menu_free')
  if (balance.credits === 0) return t('menu_zero')
  const left = balance.credits - cost
  return left >= 0 ? tn('menu_cost', cost, { left }) : tn('menu_cost_short', cost, { credits: balance.credits })
}

/** Makes the entries anew; the browser keeps them while the worker sleeps. */
export async function createMenus(standing: Standing): Promise<void> {
  await chrome.contextMenus.removeAll()
  for (const kind of kinds) {
    const { id, contexts } = entries[kind]
    chrome.contextMenus.create({ id, contexts: [...contexts], title: menuTitle(kind, standing) }, () => {
      if (chrome.runtime.lastError) console.error('Toile: no menu entry', chrome.runtime.lastError.message)
    })
  }
}

/** Brings the prices in the titles up to date. */
export async function titleMenus(standing: Standing): Promise<void> {
  await Promise.all(kinds.map((kind) => chrome.contextMenus.update(entries[kind].id, { title: menuTitle(kind, standing) })))
}

/** A chosen entry opens the overlay. It never spends: only Generate there does. */
export async function onMenuClick(info: chrome.contextMenus.OnClickData, tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return
  if (info.menuItemId === entries.generate.id) {
    await openFromWords(tab.id, (info.selectionText ?? '').trim().slice(0, maxPromptLength))
  } else if (info.menuItemId === entries.vary.id && info.srcUrl) {
    const { windowId, title } = tab
    const { frameId = 0, srcUrl, pageUrl } = info
    await openFromImage({ tabId: tab.id, windowId, frameId, srcUrl, pageUrl: pageUrl ?? null, pageTitle: title ?? null })
  }
}
