import type { Image } from 'shared'

/** The clipboard takes PNG only. */
async function asPng(picture: Blob): Promise<Blob> {
  if (picture.type === 'image/png') return picture
  const bitmap = await createImageBitmap(picture)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/png' })
}

/** How copying went. `as-picture`: as pages copy pictures, which some programs take and some do not. */
export type Copied = 'as-png' | 'as-picture' | 'not-arrived' | 'not-allowed'

/** Puts the image onto the clipboard in full size: as PNG, or where that is not allowed as a picture of the page. */
export async function copyImage(bytes: Promise<Blob>, { url }: Image): Promise<Copied> {
  try {
    // The promise goes in unawaited: awaiting first would lose the click that allows writing.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': bytes.then(asPng) })])
    return 'as-png'
  } catch (error) {
    console.info('Toile: the clipboard did not take the image', error)
    const arrived = await bytes.then(
      () => true,
      () => false,
    )
    if (!arrived) return 'not-arrived'
    const refused = error instanceof DOMException && error.name === 'NotAllowedError'
    return refused && (await copyAsPicture(url)) ? 'as-picture' : 'not-allowed'
  }
}

/** Copies a selected picture, as a page's own menu would: the whole image, not what a tile shows of it. */
async function copyAsPicture(address: string): Promise<boolean> {
  const picture = document.createElement('img')
  picture.src = address
  picture.className = 'unseen'
  document.body.append(picture)
  try {
    await picture.decode()
    const range = document.createRange()
    range.selectNode(picture)
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    return document.execCommand('copy')
  } catch (error) {
    console.info('Toile: the picture could not be selected', error)
    return false
  } finally {
    getSelection()?.removeAllRanges()
    picture.remove()
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

/**
 * Fills a drag, so that the image can be dropped into folders (as a file), into design programs (as an address) and into
 * pages (as a picture). Its address is signed, so it shows the image to whoever gets it for an hour or two; it allows every
 * origin, so that a page may draw it and read it.
 */
export function fillDrag(data: DataTransfer, { width, height, mime, url }: Image, name: string): void {
  data.effectAllowed = 'copy'
  data.setData('DownloadURL', `${mime}:${name}:${url}`)
  data.setData('text/uri-list', url)
  data.setData('text/plain', url)
  // Of a document that is not shown: this one is not to fetch it.
  const picture = document.implementation.createHTMLDocument('').createElement('img')
  picture.crossOrigin = 'anonymous'
  Object.assign(picture, { src: url, alt: name.replace(/\.\w+$/, ''), width, height })
  data.setData('text/html', picture.outerHTML)
}
