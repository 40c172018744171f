/** How long the window has been in front before anything in it counts, in ms. */
const inFrontForMs = 800
/**
 * How long the pointer has been over it, in ms: less than it takes to see that another window has gone. A finger is nowhere before
 * it touches: for it, how long ago its first touch was.
 */
const overItForMs = 300

/**
 * Watches this window, which asks something once more, until `signal` aborts. A page may lay a window of its own over it and take
 * that away between two clicks, or just before one: neither is to fall through. `told` hears whenever a click begins or ceases to count.
 * Answers whether that very click counts.
 */
export function startResting(
  told: (rested: boolean) => void,
  signal: AbortSignal,
  now = () => performance.now(),
): (click: Pick<MouseEvent, 'isTrusted' | 'detail'>) => boolean {
  let rested = false
  let overSince: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (is: boolean): void => {
    rested = is
    told(is)
  }
  const rest = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => tell(true), inFrontForMs)
  }
  const goBehind = (): void => {
    clearTimeout(timer)
    overSince = null
    tell(false)
  }
  addEventListener('focus', rest, { signal })
  addEventListener('blur', goBehind, { signal })
  const whole = document.documentElement
  const come = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') overSince ??= now()
  }
  const leave = ({ pointerType }: PointerEvent): void => {
    overSince = pointerType === 'touch' ? (overSince ?? now()) : null
  }
  whole.addEventListener('pointerenter', come, { signal })
  whole.addEventListener('pointermove', come, { signal })
  whole.addEventListener('pointerleave', leave, { signal })
  signal.addEventListener('abort', () => clearTimeout(timer))
  if (document.hasFocus()) rest()
  return ({ isTrusted, detail }) => {
    // A click of the keyboard has no place, and no count.
    const here = detail === 0 || (overSince !== null && now() - overSince >= overItForMs)
    return isTrusted && rested && here
  }
}
