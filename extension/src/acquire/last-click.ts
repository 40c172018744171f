/** Where this frame was last right-clicked. All our scripts of a frame share it; the page's scripts cannot see it. */
interface LastClick {
  /** In CSS px of this frame's window. */
  x: number
  y: number
  target: WeakRef<Element>
}
declare global {
  var toileLastClick: LastClick | undefined
}

/** Remembers every right-click of this frame until `signal` aborts. Only the designer's own: a page can make events, too. */
export function rememberClicks(signal: AbortSignal): void {
  const remember = (event: MouseEvent): void => {
    const [target] = event.composedPath()
    if (!event.isTrusted || !(target instanceof Element)) return
    globalThis.toileLastClick = { x: event.clientX, y: event.clientY, target: new WeakRef(target) }
  }
  // On the window and first of all: pages stop this event where they have a menu of their own.
  addEventListener('contextmenu', remember, { capture: true, passive: true, signal })
}

/** The place of the last right-click; null where none was seen, or its element is gone. */
export function lastClick(): { x: number; y: number; target: Element } | null {
  const click = globalThis.toileLastClick
  const target = click?.target.deref()
  return click && target?.isConnected ? { x: click.x, y: click.y, target } : null
}
