/** A canvas that is not shown, to draw and to read pixels from. */
export function hiddenCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures')
  return context
}
