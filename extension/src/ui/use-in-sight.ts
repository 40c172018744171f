import { type RefObject, useEffect } from 'react'

/** Scrolls to what has just come, or grown: whenever `what` is something else. Null where there is nothing to look at. */
export function useInSight(
  place: RefObject<HTMLElement | null>,
  what: string | null,
  block: 'nearest' | 'center' = 'nearest',
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what has come is a reason.
  useEffect(() => {
    if (what !== null) place.current?.scrollIntoView({ block })
  }, [what])
}
