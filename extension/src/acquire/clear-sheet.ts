/** Edge of the sample that tells whether a whole canvas shows anything. */
const sampleEdge = 16

/**
 * Whether a sheet shows nothing there: a drawing's empty ground, a canvas for marks, a film that has not faded in yet. `at` is
 * a place of the window in CSS px; null asks for the whole sheet.
 */
export function isClear(element: Element, at: { x: number; y: number } | null): boolean {
  // What a drawing paints at the pointer is an element of its own.
  if (element instanceof SVGSVGElement) return true
  if (element instanceof HTMLVideoElement) return !element.checkVisibility({ opacityProperty: true })
  return element instanceof HTMLCanvasElement && isClearCanvas(element, at)
}

/** Never asks the page's canvas for a context: the first one asked for decides its kind. */
function isClearCanvas(canvas: HTMLCanvasElement, at: { x: number; y: number } | null): boolean {
  const edge = at === null ? sampleEdge : 1
  const sample = new OffscreenCanvas(edge, edge).getContext('2d')
  if (sample === null || canvas.width === 0 || canvas.height === 0) return true
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const from = at && { x: ((at.x - left) / width) * canvas.width, y: ((at.y - top) / height) * canvas.height }
  try {
    if (from === null) sample.drawImage(canvas, 0, 0, edge, edge)
    else sample.drawImage(canvas, Math.floor(from.x), Math.floor(from.y), 1, 1, 0, 0, 1, 1)
    return sample.getImageData(0, 0, edge, edge).data.every((value, place) => place % 4 !== 3 || value === 0)
  } catch {
    // A picture of another host is in it: so it shows something.
    return false
  }
}
