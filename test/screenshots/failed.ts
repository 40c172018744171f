import { ToileError } from 'server/platform/errors'
import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import type { Studio } from '../support/studio.ts'
import { startTestApp } from '../support/test-app.ts'
import { watchedEngine } from '../support/watched-engine.ts'
import type { Shoot } from './album.ts'
import type { Words } from './words.ts'

/** Three of four images come; the credit of the other comes back. On a server of its own, so the last scene of a sitting. */
export async function shootFailed({ browser }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const engine = watchedEngine(({ index }) => {
    if (index === 3) throw new ToileError('ENGINE_FAILED')
  })
  const app = await startTestApp({ engines: [engine] })
  try {
    app.clock.advance({ ms: Date.now() - app.clock.now().getTime() })
    await browser.worker.evaluate((serverUrl) => chrome.storage.local.set({ settings: { serverUrl } }), app.url)
    const page = await browser.open(`${app.url}/try`)
    await rightClickImage(browser, page, '#night-florals')
    const overlay = await overlayIn(page)
    await overlay.getByRole('button', { name: words('generate_images_other', { count: 4 }) }).click()
    await overlay
      .getByRole('heading', { name: words('results_variations_other', { delivered: 3, count: 4 }) })
      .waitFor({ timeout: 90_000 })
    await overlay.getByRole('button', { name: words('try_again_credits_one', { count: 1 }), disabled: false }).waitFor()
    await shoot(overlay.page(), 'results-failed')
  } finally {
    await app.close()
  }
}
