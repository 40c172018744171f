import { say } from '../page-tool/reach'
import { type Box, type Sitting, sitting } from './found-image'
import { placeOfFramed } from './framed-picture'
import type { Picked } from './picked'

/** Below this a photograph is of no use as a source. */
const leastEdge = 16
/** The page scrolls, or the tab changes, while it is taken: twice is bad luck, three times is another place. */
const attempts = 2
/** How far the picture may have moved meanwhile, in CSS px. */
const stillness = 1

/** How long the browser wants one to wait who photographs more than twice a second. */
const tooOftenMs = 600

type Subject = Pick<Picked, 'tabId' | 'frameId' | 'wanted'>

/** A part of the screen. */
export interface Photograph {
  blob: Blob
  /** False where a part of the picture was off the screen. */
  whole: boolean
}

/**
 * What of the screen shows the picture, with everything of Toile hidden meanwhile. Null where it cannot be photographed;
 * `forbidden` where the browser wants a permission for it: one click on Toile's menu, or that for every site.
 */
export async function photograph(subject: Subject): Promise<Photograph | 'forbidden' | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      const shot = await takeOnce(subject)
      if (shot !== 'moved') return shot
    } catch (error) {
      // Neither activeTab nor <all_urls>, or the tab is gone: the caller tells the designer what to do.
      console.info('Toile: no photograph', error)
      const why = error instanceof Error ? error.message : ''
      if (/permission|activeTab/i.test(why)) return 'forbidden'
      if (!why.includes('MAX_CAPTURE')) return null
      await new Promise((resolve) => setTimeout(resolve, tooOftenMs))
    }
  }
  return null
}

/** The screen is of whatever tab is in front: it counts only if tab and picture were the same before and after. */
async function takeOnce(subject: Subject): Promise<Photograph | null | 'moved'> {
  const windowId = await windowShowing(subject.tabId)
  if (windowId === null) return null
  let screen: string
  let before: Sitting | null
  let after: Sitting | null = null
  try {
    before = await sit(subject, true)
    if (before === null || !isLargeEnough(before)) return null
    screen = await chrome.tabs.captureVisibleTab(windowId, { format: 'png' })
  } finally {
    after = await sit(subject, false)
  }
  const stayed = after?.veiled === true && isStill(before, after) && (await windowShowing(subject.tabId)) === windowId
  if (!stayed || before.picture === null) return 'moved'
  return { blob: await crop(screen, before.picture.box, before.view), whole: before.picture.whole }
}

/** The window in which this tab is the one in front; null where it is not. */
async function windowShowing(tabId: number): Promise<number | null> {
  const { active, windowId } = await chrome.tabs.get(tabId)
  return active ? windowId : null
}

/** Drops or lifts the veil, and tells where the picture is in the page's own window then. */
async function sit({ tabId, frameId, wanted }: Subject, on: boolean): Promise<Sitting | null> {
  const within = frameId !== 0 && wanted.by !== 'region'
  const veil = { type: 'bg-page-veil', on, wanted: within ? null : wanted } as const
  const page = sitting.safeParse(await say(tabId, veil)).data ?? null
  return page && within ? { ...page, picture: await placeOfFramed(tabId, frameId, wanted) } : page
}

function isLargeEnough({ picture }: Sitting): boolean {
  return picture !== null && Math.min(picture.box.width, picture.box.height) >= leastEdge
}

function isStill(before: Sitting, after: Sitting): boolean {
  const then = measuresOf(before)
  const now = measuresOf(after)
  return then.length === now.length && then.every((px, at) => Math.abs(px - (now[at] ?? Number.NaN)) <= stillness)
}

function measuresOf({ picture, view }: Sitting): number[] {
  const { x, y, width, height } = picture?.box ?? { x: 0, y: 0, width: 0, height: 0 }
  return [x, y, width, height, view.x, view.y, view.width]
}

/** Cuts the box out. A screenshot has the screen's pixels, the box the page's: zoom and dense screens stand between. */
async function crop(screen: string, box: Box, view: Sitting['view']): Promise<Blob> {
  const bitmap = await createImageBitmap(await (await fetch(screen)).blob())
  // A window's width in CSS px is rounded, its density is not; they disagree only where the browser is made to pretend.
  const measured = bitmap.width / view.width
  const scale = Math.abs(view.density * view.width - bitmap.width) <= 2 * view.density ? view.density : measured
  const [left, top] = [Math.ceil((box.x - view.x) * scale), Math.ceil((box.y - view.y) * scale)]
  const width = Math.floor((box.x + box.width - view.x) * scale) - left
  const height = Math.floor((box.y + box.height - view.y) * scale) - top
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas in this worker')
  context.drawImage(bitmap, left, top, width, height, 0, 0, width, height)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/png' })
}
