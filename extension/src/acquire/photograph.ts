import { say } from '../page-tool/reach'
import type { Box, FoundImage } from './found-image'

/** Below this a photograph is of no use as a source. */
const leastEdge = 16

/** What of the screen shows the picture, with everything of Toile hidden meanwhile; null where it cannot be photographed. */
export async function photograph(tab: { tabId: number; windowId: number }, found: FoundImage): Promise<Blob | null> {
  if (found.box === null || found.box.width < leastEdge || found.box.height < leastEdge) return null
  await say(tab.tabId, { type: 'bg-page-veil', on: true })
  try {
    const screen = await chrome.tabs.captureVisibleTab(tab.windowId, { format: 'png' })
    return await crop(screen, found.box, found.windowWidth)
  } catch (error) {
    // Neither activeTab nor <all_urls>: the caller tells the designer what to do.
    console.info('Toile: no photograph', error)
    return null
  } finally {
    await say(tab.tabId, { type: 'bg-page-veil', on: false })
  }
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
