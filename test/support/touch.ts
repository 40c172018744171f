import type { Page } from 'playwright-core'

interface Place {
  x: number
  y: number
}

/** A finger's tap at a place of the window: what comes of it (pointer events, a click) the browser makes itself. */
export async function tap(page: Page, place: Place): Promise<void> {
  await stroke(page, [place])
}

/** A finger that is put down at the first place, moves over the others, and is lifted at the last. */
export async function stroke(page: Page, places: Place[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const [first, ...rest] = places
  if (first === undefined) throw new Error('A finger is put down somewhere')
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  // All at once: a finger that waits for a busy machine's answer in between presses long, and clicks nothing.
  await Promise.all([send('touchStart', [first]), ...rest.map((place) => send('touchMove', [place])), send('touchEnd', [])])
  await session.detach()
}
