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
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] })
  for (const place of rest) await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [place] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}
