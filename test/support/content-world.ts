import type { Page } from 'playwright-core'
import type { Browser } from './browser.ts'

/**
 * Runs code where the extension's scripts of that page run, as a page would that had broken into them. Answers what the
 * code's promise comes to; an error is answered as its words.
 */
export async function inContentWorld({ context }: Browser, page: Page, code: string): Promise<unknown> {
  const session = await context.newCDPSession(page)
  let world: number | undefined
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin.startsWith('chrome-extension://')) world = id
  })
  await session.send('Runtime.enable')
  if (world === undefined) throw new Error('No script of the extension runs in this page')
  const { result } = await session.send('Runtime.evaluate', {
    contextId: world,
    expression: `Promise.resolve().then(() => ${code}).catch(String)`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return result.value
}
