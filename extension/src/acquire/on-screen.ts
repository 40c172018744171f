import type { Box } from './found-image'

/** Where an element is on the screen, cut to the window; null where nothing of it can be seen. */
export function boxOf(element: Element): Box | null {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return cutToWindow({ x: left, y: top, width: right - left, height: bottom - top })
}

/** The part of a box that is inside the window; null where none is. */
export function cutToWindow(box: Box): Box | null {
  const x = Math.max(0, box.x)
  const y = Math.max(0, box.y)
  const width = Math.min(innerWidth, box.x + box.width) - x
  const height = Math.min(innerHeight, box.y + box.height) - y
  return width >= 1 && height >= 1 ? { x, y, width, height } : null
}
