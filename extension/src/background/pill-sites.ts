import { oneAfterAnother } from '../in-turn'
import { allowedSites } from '../own-sites/own-sites'

const registration = 'toile-pill'
/** Where the manifest itself puts the pill; its entry also tells the built file's name. */
const ownPages = 'http://127.0.0.1/try*'

/** Every address on which a pill may be. */
export async function pillPatterns(): Promise<string[]> {
  return [ownPages, ...(await sitePatterns())]
}

async function sitePatterns(): Promise<string[]> {
  return (await allowedSites()).flatMap((site) => site.pages)
}

function pillFiles(): string[] {
  const entry = chrome.runtime.getManifest().content_scripts?.find(({ matches }) => matches?.includes(ownPages))
  return entry?.js ?? []
}

const inTurn = oneAfterAnother()

/**
 * Puts the pill on the sites that are allowed now, and takes it from the others; a page already open gets it too, in
 * place of the dead one that an extension before this one left there. One after another: a permission and the list of sites
 * change in one moment, and the browser refuses to register the same twice.
 */
export function registerPill(): Promise<void> {
  return inTurn(registerNow)
}

async function registerNow(): Promise<void> {
  const matches = await sitePatterns()
  const [present] = await chrome.scripting.getRegisteredContentScripts({ ids: [registration] })
  const script = { id: registration, matches, js: pillFiles(), runAt: 'document_idle' as const }
  if (matches.length === 0) {
    if (present) await chrome.scripting.unregisterContentScripts({ ids: [registration] })
  } else {
    await (present ? chrome.scripting.updateContentScripts([script]) : chrome.scripting.registerContentScripts([script]))
  }
  await injectIntoOpenTabs(await pillPatterns())
}

async function injectIntoOpenTabs(matches: string[]): Promise<void> {
  const tabs = await chrome.tabs.query({ url: matches })
  for (const { id } of tabs) {
    if (id === undefined) continue
    // A tab that is loading or shows an error gets the pill with its next page.
    await chrome.scripting
      .executeScript({ target: { tabId: id }, files: pillFiles() })
      .catch((error: unknown) => console.info('Toile', error))
  }
}
