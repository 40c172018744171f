import { pictureAtPoint, pictureUnder } from './at-point'
import { findImage } from './find-image'
import type { Standing } from './found-image'
import { markedElement } from './marked'
import { cutToWindow, rectOf } from './on-screen'
import type { Wanted } from './picked'
import { pictureOf } from './picture-in-page'
import { isStandIn } from './stand-in'

/** The element that is meant; null where this frame has none, as for a region. */
export function findWanted(wanted: Wanted): Element | null {
  if (wanted.by === 'region') return null
  if (wanted.by === 'point') return pictureAtPoint()
  const marked = wanted.mark === undefined ? null : markedElement(wanted.mark)
  if (marked?.isConnected) return pictureUnder(marked)
  // The page drew it anew: the same picture in another element; else what is left of the one that was meant.
  return (wanted.by === 'address' ? findNamed(wanted.srcUrl) : null) ?? marked
}

/** The picture whose address the browser named; where that is only a pixel stretched over another one, that one. */
function findNamed(srcUrl: string): Element | null {
  const named = findImage(srcUrl)
  return named && !isMereLayer(named) ? named : (pictureAtPoint() ?? named)
}

function isMereLayer(element: Element): boolean {
  return element instanceof HTMLImageElement && isStandIn(element) && (pictureOf(element)?.layers[0]?.length ?? 0) <= 1
}

/** The element of a click in Firefox, which names it: better than any guess by place. */
export function targetElement(target: number | null): Element | null {
  const api: object = globalThis.chrome ?? {}
  const menus: unknown = 'menus' in api ? api.menus : chrome.contextMenus
  if (target === null || typeof menus !== 'object' || menus === null || !('getTargetElement' in menus)) return null
  const found: unknown = typeof menus.getTargetElement === 'function' ? menus.getTargetElement(target) : null
  return found instanceof Element ? found : null
}

/** Where the picture is in this frame's window; null where nothing of it can be seen. */
export function standingOf(wanted: Wanted): Standing | null {
  const element = findWanted(wanted)
  const full = wanted.by === 'region' ? wanted.box : element && rectOf(element)
  const box = full && cutToWindow(full)
  return full && box && { box, whole: box.width * box.height > 0.98 * full.width * full.height }
}
