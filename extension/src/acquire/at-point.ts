import { lastClick } from './last-click'
import { shadowOf } from './shadow'

/** What is meant where nothing was named: the element of the last right-click, else the deepest one under the pointer. */
export function elementAtPoint(): Element | null {
  return lastClick()?.target ?? deepestHovered(document)
}

function deepestHovered(root: Document | ShadowRoot): Element | null {
  const deepest = [...root.querySelectorAll(':hover')].at(-1) ?? null
  const shadow = deepest && shadowOf(deepest)
  return (shadow && deepestHovered(shadow)) ?? deepest
}
