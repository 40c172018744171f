import type { Page } from 'playwright-core'
import type { Browser } from './browser.ts'

/**
 * What a click on Toile's own icon gives for this tab: the permission to read and to photograph it, until it leaves its site.
 * The click's popup is closed again.
 */
export async function clickIcon({ context, worker }: Browser, page: Page): Promise<void> {
  await page.bringToFront()
  const browser = context.browser()
  const session = await (browser ? browser.newBrowserCDPSession() : context.newCDPSession(page))
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const tab = targetInfos.find(({ url }) => url === page.url())
  if (tab === undefined) throw new Error(`No tab shows ${page.url()}`)
  await session.send('Extensions.triggerAction', { id: new URL(worker.url()).hostname, targetId: tab.targetId })
  await session.detach()
  for (const popup of context.pages().filter((other) => other.url().endsWith('/popup.html'))) await popup.close()
  await page.bringToFront()
}

/** What the designer says in the browser's own settings: the browser's question is no page's, and no script can answer it. */
export async function allowHosts({ open, worker }: Browser, pattern: string): Promise<void> {
  const settings = await open('chrome://extensions')
  const id = new URL(worker.url()).hostname
  await settings.evaluate(
    ([extension, hosts]) =>
      // The browser's own page has an API of its own, which no types know.
      Reflect.get(chrome, 'developerPrivate').addHostPermission(extension, hosts),
    [id, pattern] as const,
  )
  await settings.close()
}
