import type { Frame, Locator, Page } from 'playwright-core'
import { until } from './until.ts'

/**
 * The overlay that a page was right-clicked for, once it shows itself: a frame in the page's closed shadow root, which
 * selectors cannot reach and the browser's list of frames can; or, where the frame did not say hello within a second
 * (a machine with much to do), the window that Toile opens instead.
 */
export async function overlayIn(page: Page): Promise<Frame> {
  const shown = async (): Promise<Frame | null> => {
    const windows = page
      .context()
      .pages()
      .map((other) => other.mainFrame())
    for (const frame of [...page.frames(), ...windows]) {
      if (!frame.url().includes('/tabs/overlay.html')) continue
      // The frame goes when the window comes: then the next look finds that.
      if (
        await frame
          .getByRole('dialog')
          .isVisible()
          .catch(() => false)
      )
        return frame
    }
    return null
  }
  for (;;) {
    const overlay = await until('the overlay', shown, (found) => found !== null)
    if (overlay === null) throw new Error('The overlay came and went')
    try {
      await comeNear(overlay)
      return overlay
    } catch (error) {
      // It went while the pointer came: a window takes its place, which the next look finds.
      if (!overlay.isDetached()) throw error
    }
  }
}

/**
 * Looks at the panel and brings the pointer over it, as one does before a click: the overlay takes none from a pointer that has
 * not moved over a panel in plain sight, be it in a page or in a window of its own.
 */
export async function comeNear(overlay: Frame): Promise<void> {
  const { mouse } = overlay.page()
  const header = await overlay.getByRole('banner').boundingBox()
  if (header === null) throw new Error('The overlay has no header')
  for (const step of [40, 60, 80]) await mouse.move(header.x + step, header.y + header.height / 2)
  await overlay.evaluate(inPlainSightFor, 1_200)
}

/** In the panel: waits until it has been in plain sight for so long. What it is guarded by began to count before. */
function inPlainSightFor(ms: number): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const seen = ([entry]: (IntersectionObserverEntry & { isVisible?: boolean })[]): void => {
      clearTimeout(timer)
      if (!entry?.isVisible) return
      timer = setTimeout(() => {
        observer.disconnect()
        resolve()
      }, ms)
    }
    const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = { trackVisibility: true, delay: 100 }
    const observer = new IntersectionObserver(seen, options)
    observer.observe(document.documentElement)
  })
}

/** The session of an overlay. Its address tells it to nobody; the extension's own pages may ask the worker's storage. */
export function sessionOf(overlay: Frame): Promise<string> {
  return overlay.evaluate(async () => {
    const tab = await chrome.tabs.getCurrent()
    const { overlayPlaces } = await chrome.storage.session.get<{ overlayPlaces: { sessionId: string; tabId: number }[] }>()
    const place = overlayPlaces.find(({ tabId }) => tabId === tab?.id)
    if (place === undefined) throw new Error('No overlay stands in this tab')
    return place.sessionId
  })
}

/** The one button that spends. */
export function generateButton(overlay: Frame): Locator {
  return overlay.getByRole('button', { name: /^Generate \d images?$/ })
}

/** The heading of finished results: "4 of 4 variations". */
export function resultsHeading(overlay: Frame): Locator {
  return overlay.getByRole('heading', { name: /^\d of \d (images?|variations?)$/ })
}

/** Clicks Generate as soon as the overlay has picture and price, and waits until every image is settled. */
export async function generate(overlay: Frame, patienceMs = 90_000): Promise<void> {
  await generateButton(overlay).click()
  await resultsHeading(overlay).waitFor({ timeout: patienceMs })
}

/** The widths in px of the results that the overlay really shows: a picture that was not loaded fails. */
export async function shownImages(overlay: Frame): Promise<number[]> {
  const pictures = overlay.getByRole('button', { name: /^Image \d$/ }).locator('img')
  return pictures.evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        if (!(image instanceof HTMLImageElement)) throw new Error('Results are shown by <img>')
        await image.decode()
        return image.naturalWidth
      }),
    ),
  )
}
