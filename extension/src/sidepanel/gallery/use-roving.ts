import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type Focus, placeOf, type Row, stepped } from './rows'

/** Which place has, or would get, the focus, and the keys that move it. */
export function useRoving(rows: Row[], scrollTo: (row: number) => void, view: RefObject<HTMLElement | null>) {
  const [active, setActive] = useState<Focus | null>(null)
  const wanted = useRef<string | null>(null)
  const place = useMemo(() => (active === null ? null : placeOf(rows, active)), [rows, active])
  // A line that was out of view is in the page after it was scrolled to, and drawn.
  useEffect(() => {
    if (wanted.current === null) return
    const element = view.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(wanted.current)}"]`)
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (place === null || event.altKey || event.metaKey) return
    const next = stepped(rows, place, event.key, event.ctrlKey)
    if (next === null) return
    event.preventDefault()
    const where = placeOf(rows, next)
    if (where === null) return
    wanted.current = next.kind === 'head' ? `head ${next.key}` : next.id
    setActive(next)
    scrollTo(where.row)
  }
  return { setActive, onKeyDown, place }
}
