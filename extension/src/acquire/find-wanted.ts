import type { Wanted } from '../storage'
import { elementAtPoint } from './at-point'
import { findImage } from './find-image'
import type { Box } from './found-image'
import { markedElement } from './marked'
import { boxOf, cutToWindow } from './on-screen'

/** The element that is meant; null where this frame has none, as for a region. */
export function findWanted(wanted: Wanted): Element | null {
  switch (wanted.by) {
    case 'address':
      return findImage(wanted.srcUrl)
    case 'mark':
      return markedElement(wanted.mark)
    case 'point':
      return elementAtPoint()
    case 'region':
      return null
  }
}

/** Where the picture is on the screen, cut to the window; null where nothing of it can be seen. */
export function boxOfWanted(wanted: Wanted): Box | null {
  if (wanted.by === 'region') return cutToWindow(wanted.box)
  const element = findWanted(wanted)
  return element && boxOf(element)
}
