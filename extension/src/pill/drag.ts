import type { PillPlace } from '../kept'
import { placeAt } from './place'

/** A press that moves less than this is a click. */
const slop = 4

interface Moves {
  place(): PillPlace
  /** Shows a place while it is dragged. */
  settle(place: PillPlace): void
  /** Keeps the place where it was dropped. */
  move(place: PillPlace): void
  click(): void
}

/**
 * Lets the pill be dragged along the window's edges; a press without a drag is a click, and so is Enter.
 * A drag that the browser breaks off (a touch that becomes a scroll, a dialogue) leaves the pill where it was.
 */
export function dragPill(pill: HTMLElement, moves: Moves, signal: AbortSignal): { isDragging(): boolean } {
  let from: { x: number; y: number; place: PillPlace } | null = null
  let dragging = false

  const follow = (event: PointerEvent): PillPlace => ({
    ...moves.place(),
    ...placeAt(event.clientX, event.clientY, innerWidth, innerHeight),
  })

  pill.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      from = { x: event.clientX, y: event.clientY, place: moves.place() }
      dragging = false
      pill.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  pill.addEventListener(
    'pointermove',
    (event) => {
      if (from === null) return
      dragging ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > slop
      if (dragging) moves.settle(follow(event))
    },
    { signal },
  )
  pill.addEventListener(
    'pointerup',
    (event) => {
      if (from !== null && dragging) moves.move(follow(event))
      from = null
    },
    { signal },
  )
  pill.addEventListener(
    'pointercancel',
    () => {
      if (from !== null && dragging) moves.settle(from.place)
      from = null
      dragging = false
    },
    { signal },
  )
  pill.addEventListener(
    'click',
    (event) => {
      // The page may not press our buttons; and the end of a drag is no press. What is no pointer's click has no detail.
      if (event.isTrusted && (!dragging || event.detail === 0)) moves.click()
      dragging = false
    },
    { signal },
  )
  return { isDragging: () => from !== null && dragging }
}
