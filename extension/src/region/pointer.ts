import type { Box } from '../acquire/found-image'
import { between, type Handle, handles, moved, resized, type Size } from './box'

/** A press that moves less than this, in CSS px, draws nothing. */
const slop = 4

interface Drag {
  /** Which finger, pen or mouse holds it: others do nothing meanwhile. */
  by: number
  from: { x: number; y: number }
  /** The region as it was when the press began; null where there was none. */
  before: Box | null
  hold: 'new' | 'whole' | Handle
  moved: boolean
}

interface Deeds {
  box(): Box | null
  window(): Size
  /** The pointer is there, and nothing is held. */
  aim(x: number, y: number): void
  /** The region while it is drawn, and when it is let go. */
  draw(box: Box, dragging: boolean): void
  /** Back to what was before the press. */
  putBack(box: Box | null): void
}

/**
 * Draws a region on the stage, moves it by its inside and resizes it by its handles, with mouse, pen or finger. A drag that
 * the browser breaks off leaves the region as it was.
 */
export function followPointer(stage: HTMLElement, deeds: Deeds, signal: AbortSignal): void {
  let drag: Drag | null = null

  stage.addEventListener(
    'pointerdown',
    (event) => {
      const hold = holdAt(event)
      const isOthers = drag !== null && drag.by !== event.pointerId
      if (event.button !== 0 || hold === null || isOthers) return
      event.preventDefault()
      stage.setPointerCapture(event.pointerId)
      drag = { by: event.pointerId, from: { x: event.clientX, y: event.clientY }, before: deeds.box(), hold, moved: false }
    },
    { signal },
  )
  stage.addEventListener(
    'pointermove',
    ({ clientX: x, clientY: y, pointerId }) => {
      if (drag === null) return deeds.aim(x, y)
      if (drag.by !== pointerId) return
      drag.moved ||= Math.hypot(x - drag.from.x, y - drag.from.y) > slop
      if (drag.moved) deeds.draw(boxOf(drag, x, y, deeds.window()), true)
    },
    { signal },
  )
  stage.addEventListener(
    'pointerup',
    ({ clientX: x, clientY: y, pointerId }) => {
      if (drag?.by !== pointerId) return
      if (drag.moved) deeds.draw(boxOf(drag, x, y, deeds.window()), false)
      drag = null
    },
    { signal },
  )
  stage.addEventListener(
    'pointercancel',
    ({ pointerId }) => {
      if (drag?.by !== pointerId) return
      deeds.putBack(drag.before)
      drag = null
    },
    { signal },
  )
}

/** What a press takes hold of; null on words and buttons. */
function holdAt(event: PointerEvent): Drag['hold'] | null {
  for (const target of event.composedPath()) {
    if (!('classList' in target)) break
    const { classList } = target as Element
    if (classList.contains('card')) return null
    const handle = handles.find((one) => classList.contains('handle') && classList.contains(one))
    if (handle) return handle
    if (classList.contains('frame')) return 'whole'
  }
  return 'new'
}

function boxOf({ from, before, hold }: Drag, x: number, y: number, window: Size): Box {
  if (hold === 'new' || before === null) return between(from, { x, y }, window)
  const [dx, dy] = [x - from.x, y - from.y]
  return hold === 'whole' ? moved(before, dx, dy, window) : resized(before, hold, dx, dy, window)
}
