import type { Frame, Locator, Page } from 'playwright-core'

/** The overlay in a page: a frame in a closed shadow root, which selectors cannot reach and the browser's list of frames can. */
export async function overlayIn(page: Page): Promise<Frame> {
  const isOverlay = (frame: Frame) => frame.parentFrame() === page.mainFrame() && frame.url().includes('/tabs/overlay.html')
  const find = () => page.frames().find(isOverlay)
  const there = find() ?? (await page.waitForEvent('framenavigated', { predicate: isOverlay }))
  await there.getByRole('dialog').waitFor()
  return there
}

/** The one button that spends. */
export function generateButton(overlay: Frame): Locator {
  return overlay.getByRole('button', { name: /^Generate \d images?$/ })
}

/** The heading of finished results: "4 of 4 variations". */
export function resultsHeading(overlay: Frame): Locator {
  return overlay.getByRole('heading', { name: /^\d of \d (images|variations)$/ })
}

/** Clicks Generate as soon as the overlay has picture and price, and waits until every image is settled. */
export async function generate(overlay: Frame, patienceMs = 90_000): Promise<void> {
  await generateButton(overlay).click()
  await resultsHeading(overlay).waitFor({ timeout: patienceMs })
}
