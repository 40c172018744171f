import { say } from '../page-tool/reach'
import type { Picked } from '../storage'
import { type Box, type Sitting, sitting } from './found-image'

/** Below this a photograph is of no use as a source. */
const leastEdge = 16
/** The page scrolls, or the tab changes, while it is taken: twice is bad luck, three times is another place. */
const attempts = 2
/** How far the picture may have moved meanwhile, in CSS px. */
const stillness = 1

type Subject = Pick<Picked, 'tabId' | 'wanted'>

/** What of the screen shows the picture, with everything of Toile hidden meanwhile; null where it cannot be photographed. */
export async function photograph(subject: Subject): Promise<Blob | null> {
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const shot = await takeOnce(subject)
      if (shot !== 'moved') return shot
    }
  } catch (error) {
    // Neither activeTab nor <all_urls>, or the tab is gone: the caller tells the designer what to do.
    console.info('Toile: no photograph', error)
  }
  return null
}

/** The screen is of whatever tab is in front: it counts only if tab and picture were the same before and after. */
async function takeOnce(subject: Subject): Promise<Blob | null | 'moved'> {
  const windowId = await windowShowing(subject.tabId)
  const before = windowId === null ? null : await veil(subject, true)
  if (windowId === null || before === null) return null
  let screen: string
  let after: Sitting | null
  try {
    if (before.box === null || before.box.width < leastEdge || before.box.height < leastEdge) return null
    screen = await chrome.tabs.captureVisibleTab(windowId, { format: 'png' })
  } finally {
    after = await veil(subject, false)
  }
  const stayed = after?.veiled === true && isStill(before, after) && (await windowShowing(subject.tabId)) === windowId
  return stayed ? crop(screen, before.box, before.windowWidth) : 'moved'
}

/** The window in which this tab is the one in front; null where it is not. */
async function windowShowing(tabId: number): Promise<number | null> {
  const { active, windowId } = await chrome.tabs.get(tabId)
  return active ? windowId : null
}

async function veil({ tabId, wanted }: Subject, on: boolean): Promise<Sitting | null> {
  return sitting.safeParse(await say(tabId, { type: 'bg-page-veil', on, wanted })).data ?? null
}

function isStill(before: Sitting, after: Sitting): boolean {
  if (before.box === null || after.box === null || before.windowWidth !== after.windowWidth) return false
  const { x, y, width, height } = after.box
  const moved = [before.box.x - x, before.box.y - y, before.box.width - width, before.box.height - height]
  return moved.every((px) => Math.abs(px) <= stillness)
}

/** Cuts the box out. A screenshot has the screen's pixels, the box the page's: zoom and dense screens stand between. */
async function crop(screen: string, box: Box, windowWidth: number): Promise<Blob> {
  const bitmap = await createImageBitmap(await (await fetch(screen)).blob())
  const scale = bitmap.width / windowWidth
  const width = Math.floor(box.width * scale)
  const height = Math.floor(box.height * scale)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas in this worker')
  context.drawImage(bitmap, Math.ceil(box.x * scale), Math.ceil(box.y * scale), width, height, 0, 0, width, height)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/png' })
}
