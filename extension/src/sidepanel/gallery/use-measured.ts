import { type RefObject, useLayoutEffect, useState } from 'react'

/** A measure of an element in px, as it is now; 0 before it is there. */
export function useMeasured(place: RefObject<HTMLElement | null>, measure: 'clientWidth' | 'offsetHeight'): number {
  const [px, setPx] = useState(0)
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const look = () => setPx(element[measure])
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, measure])
  return px
}
