import { local } from '../storage'

/** Shows the welcome page, once: after installing, not after an update. */
export async function welcome({ reason }: Pick<chrome.runtime.InstalledDetails, 'reason'>): Promise<void> {
  if (reason !== 'install' || (await local.welcomed.get())) return
  await chrome.tabs.create({ url: chrome.runtime.getURL('tabs/welcome.html') })
  await local.welcomed.set(true)
}
