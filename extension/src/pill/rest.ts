import type { Resting } from '../page-tool/resting'

/** How long the pointer stays where it is before it means something, in ms. */
const restMs = 250

/**
 * Notes where the pointer rests. `first` is called when it does and nobody has said yet what to do then. Moving costs the
 * page next to nothing: two numbers are noted, and one timer looks at them at the end.
 */
export function watchRest(about: Pick<Resting, 'isOff' | 'signal' | 'gone'>, first: () => void): void {
  const resting: Resting = { x: 0, y: 0, ...about }
  globalThis.toileResting = resting
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false

  const look = (): void => {
    const left = since + restMs - performance.now()
    timer = left > 1 ? setTimeout(look, left) : undefined
    if (timer !== undefined || resting.isOff()) return
    if (resting.rested) resting.rested(resting.x, resting.y)
    else if (!asked) {
      asked = true
      first()
    }
  }
  const note = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || !event.isTrusted) return
    resting.x = event.clientX
    resting.y = event.clientY
    since = performance.now()
    timer ??= setTimeout(look, restMs)
  }
  addEventListener('pointermove', note, { signal: about.signal, capture: true, passive: true })
  about.signal.addEventListener('abort', () => clearTimeout(timer))
}
