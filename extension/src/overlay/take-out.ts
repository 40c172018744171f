import type { Image } from 'shared'

/** The clipboard takes PNG only. */
async function asPng(picture: Blob): Promise<Blob> {
  if (picture.type === 'image/png') return picture
  const bitmap = await createImageBitmap(picture)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Copies what is drawn on the page; for places where the asynchronous clipboard is not allowed. */
function copyDrawn(picture: HTMLImageElement): boolean {
  const range = document.createRange()
  range.selectNode(picture)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  const copied = document.execCommand('copy')
  selection?.removeAllRanges()
  return copied
}

/** Puts the image onto the clipboard as PNG. Answers whether it is there. */
export async function copyImage(bytes: Promise<Blob>, drawn: HTMLImageElement | null): Promise<boolean> {
  try {
    // The promise goes in unawaited: awaiting first would lose the click that allows writing.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': bytes.then(asPng) })])
    return true
  } catch (error) {
    console.info('Toile: the clipboard is not open here, copying what is drawn', error)
    return drawn !== null && copyDrawn(drawn)
  }
}

/** Saves the image where the browser saves downloads. */
export function downloadFile(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes by the time the task ends; some need a moment more.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Fills a drag, so that the image can be dropped into folders (as a file) and into design programs (as an address). */
export function fillDrag(data: DataTransfer, image: Image, name: string): void {
  data.effectAllowed = 'copy'
  data.setData('DownloadURL', `${image.mime}:${name}:${image.url}`)
  data.setData('text/uri-list', image.url)
  data.setData('text/plain', image.url)
}
