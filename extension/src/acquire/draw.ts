/** Longest edge in px of a drawing: enough for a print, within what browsers draw. */
const longestEdge = 4096
/** Edge of the sample that tells whether anything was drawn. */
const sampleEdge = 32
/** PNG keeps every pixel; past this many bytes a photograph is kept as WebP. */
const largestPng = 20 * 1024 * 1024

type Size = { width: number; height: number }

/**
 * The pixels of something that this page draws, in a file; null where the page may not read them (they came from another
 * host), or where nothing was drawn: a GPU's canvas is empty once it is on the screen.
 */
export async function drawn(source: CanvasImageSource, { width, height }: Size): Promise<Blob | null> {
  const scale = Math.min(1, longestEdge / Math.max(width, height))
  const canvas = makeCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (context === null || canvas.width === 0 || canvas.height === 0) return null
  try {
    context.drawImage(source, 0, 0, canvas.width, canvas.height)
    if (isBlank(canvas)) return null
    const png = await toBlob(canvas, 'image/png')
    return png && png.size > largestPng ? await toBlob(canvas, 'image/webp') : png
  } catch (error) {
    // A picture of another host is in it (`SecurityError`), or the source has nothing to draw yet.
    console.info('Toile: not drawn', error)
    return null
  }
}

/** Also in the page of a drawing's own file, whose elements are no HTML. */
function makeCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  if (!(canvas instanceof HTMLCanvasElement)) throw new TypeError('No canvas in this page')
  return Object.assign(canvas, { width, height })
}

function toBlob(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.95))
}

/** Whether it is of one colour all over. Throws where the pixels may not be read. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const sample = makeCanvas(sampleEdge, sampleEdge)
  const context = sample.getContext('2d', { willReadFrequently: true })
  if (context === null) return true
  context.drawImage(canvas, 0, 0, sampleEdge, sampleEdge)
  const { data } = context.getImageData(0, 0, sampleEdge, sampleEdge)
  return data.every((value, at) => value === data[at % 4])
}
