import type { Box } from './found-image'

/** Where an element is in the window, and beyond it. */
export function rectOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Where an element is on the screen, cut to the window; null where nothing of it can be seen. */
export function boxOf(element: Element): Box | null {
  return cutToWindow(rectOf(element))
}

/** The part of a box that is inside the window; null where none is. */
export function cutToWindow(box: Box): Box | null {
  return cutTo(box, { x: 0, y: 0, width: innerWidth, height: innerHeight })
}

/** The part of a box that is inside another; null where none is. */
export function cutTo(box: Box, frame: Box): Box | null {
  const x = Math.max(frame.x, box.x)
  const y = Math.max(frame.y, box.y)
  const width = Math.min(frame.x + frame.width, box.x + box.width) - x
  const height = Math.min(frame.y + frame.height, box.y + box.height) - y
  return width >= 1 && height >= 1 ? { x, y, width, height } : null
}
