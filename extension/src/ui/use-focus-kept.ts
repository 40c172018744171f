import { type RefObject, useEffect } from 'react'

/** Whether the focus went with the element that had it: a button that a click took away. */
function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/**
 * Whenever `view` changes and nothing has the focus any more, `place` takes it, so that the next key press starts where
 * something has just appeared. Who is somewhere else, in a field for one, stays there.
 */
export function useFocusKept(place: RefObject<HTMLElement | null> | (() => HTMLElement | null), view: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new view is a reason, not a new function.
  useEffect(() => {
    if (!isFocusLost()) return
    const element = typeof place === 'function' ? place() : place.current
    // The view scrolls by itself to what is new in it.
    element?.focus({ preventScroll: true })
  }, [view])
}
