import type { Deed, Pointer, Seen } from './sight'

/** Firefox's clicks are no pointer events; a click of the keyboard has no place, and no count. */
function isByKeyboard(event: MouseEvent): boolean {
  return event.detail === 0
}

/** @param zoom how many px of the screen one px of the document takes */
export function pointerOf({ clientX, clientY, screenX, screenY }: MouseEvent, zoom: number): Pointer {
  return { inPanel: { x: clientX, y: clientY }, panelAt: { x: screenX - clientX * zoom, y: screenY - clientY * zoom } }
}

/** Who is told what the hand and the keys do. */
export interface HandWatch {
  /** How many px of the screen one px of the document takes. */
  zoom: () => number
  now: () => number
  note: (seen: Seen) => void
  /** Called for a click or a key before anything else hears of it. */
  judge: (deed: Deed) => void
}

/** Watches pointer, focus, clicks and keys of this document until `signal` aborts. */
export function watchHand({ zoom, now, note, judge }: HandWatch, signal: AbortSignal): void {
  const onPointer = (event: PointerEvent): void => {
    if (event.isTrusted) note({ type: 'pointer', pointer: pointerOf(event, zoom()), at: now() })
  }
  const onClick = (event: MouseEvent): void =>
    judge({ trusted: event.isTrusted, pointer: isByKeyboard(event) ? null : pointerOf(event, zoom()), at: now() })

  const first = { signal, capture: true }
  addEventListener('pointermove', onPointer, first)
  addEventListener('pointerdown', onPointer, first)
  addEventListener('click', onClick, first)
  addEventListener('keydown', (event) => judge({ trusted: event.isTrusted, pointer: null, at: now() }), first)
  document.documentElement.addEventListener('pointerleave', () => note({ type: 'pointer-left' }), { signal })
  addEventListener('focus', () => note({ type: 'focus', at: now() }), { signal })
  addEventListener('blur', () => note({ type: 'blur' }), { signal })
  if (document.hasFocus()) note({ type: 'focus', at: now() })
}
