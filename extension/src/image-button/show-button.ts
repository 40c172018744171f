import { pictureAt } from '../acquire/at-point'
import type { Box } from '../acquire/found-image'
import { markElement } from '../acquire/marked'
import { boxOf } from '../acquire/on-screen'
import { isOrphan, tellWorker } from '../page-tool/ask-worker'
import { placeAt } from '../page-tool/element'
import { putHost } from '../page-tool/host'
import type { Resting } from '../page-tool/resting'
import { draw } from './draw'
import { freeCorner } from './free-corner'

/** Shortest edge in CSS px of a picture that gets the button. */
const leastEdge = 96
/** What the words beside the button take at most, in CSS px: nearer to the window's left they stand on its other side. */
const tipRoom = 160

/**
 * One button on the picture that the pointer rests on: answers what is to be done where it rests. The button goes when the
 * pointer leaves the picture, and is not in the order of the page's keys: the picker is the keyboard's way.
 */
export function showButton({ isOff, signal, gone }: Resting): (x: number, y: number) => void {
  let shown: { picture: Element; box: Box } | null = null
  let drawn: ReturnType<typeof draw> | null = null
  // Once used, a picture gets no button until the pointer has been elsewhere.
  let used: Element | null = null

  const hide = (): void => {
    shown = null
    drawn?.host.remove()
  }
  const press = (event: MouseEvent): void => {
    if (!event.isTrusted || shown === null) return
    const { picture } = shown
    used = picture
    hide()
    if (isOrphan()) gone()
    else tellWorker({ type: 'page-bg-pick', mark: markElement(picture), operation: 'vary' })
  }
  addEventListener('scroll', hide, { signal, capture: true, passive: true })
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (shown !== null && !isIn(shown.box, clientX, clientY)) hide()
    },
    { signal, capture: true, passive: true },
  )
  signal.addEventListener('abort', hide)

  return (x, y) => {
    if (isOrphan()) gone()
    if (signal.aborted || isOff()) return
    const picture = pictureAt(x, y)
    if (picture === used || picture === shown?.picture) return
    used = null
    const box = picture && boxOf(picture)
    const corner = picture && box && Math.min(box.width, box.height) >= leastEdge ? freeCorner(picture, box) : null
    if (picture === null || box === null || corner === null) return
    drawn ??= draw(press)
    shown = { picture, box }
    placeAt(drawn.seat, corner)
    drawn.seat.classList.toggle('leftmost', corner.left < tipRoom)
    putHost(drawn.host)
  }
}

function isIn({ x, y, width, height }: Box, left: number, top: number): boolean {
  return left >= x && top >= y && left < x + width && top < y + height
}
