import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** How long word of a drag may take once the mouse has moved, in ms. */
const wordMs = 1000

/** What a drag carries, as the browser's protocol has it. */
interface Carried {
  items: { mimeType: string; data: string }[]
  dragOperationsMask: number
}

interface Place {
  x: number
  y: number
}

/**
 * Drags with the mouse from a place of the window to another, through frames of other processes too. The browser itself begins
 * the drag and fires the page's trusted events; only the way between, for which it would ask the operating system, is ours.
 * Where it began the window goes on dragging: nothing can be clicked there afterwards.
 * @returns what it carries, by kind; what is for the desktop no page is told. Null where no drag began
 */
export async function dragOut(page: Page, from: Place, to: Place): Promise<Map<string, string> | null> {
  const session = await page.context().newCDPSession(page)
  const begun = Promise.withResolvers<Carried>()
  session.on('Input.dragIntercepted', ({ data }) => begun.resolve(data))
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Place, held: boolean) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: held ? 1 : 0, clickCount: 1 })
  try {
    await session.send('Input.setInterceptDrags', { enabled: true })
    await mouse('mouseMoved', from, false)
    await mouse('mousePressed', from, true)
    // A move is answered once the drag that it begins has ended, so none of them is waited for.
    const moves = [6, 12, 18, 24].map((by) => mouse('mouseMoved', { x: from.x + by, y: from.y + by }, true))
    // Word of the drag may come after the moves were answered; taken for none, it would go on for ever.
    const none = Promise.all(moves).then(() => pause(wordMs, null))
    const data = await Promise.race([begun.promise, none])
    if (data === null) {
      await mouse('mouseReleased', from, false)
      return null
    }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...to, data })
    await mouse('mouseReleased', to, false)
    await Promise.allSettled(moves)
    return new Map(data.items.map((item) => [item.mimeType, item.data]))
  } finally {
    await session.detach()
  }
}
