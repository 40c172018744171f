import shape from 'data-text:./image-button.css'
import colours from 'data-text:../page-tool/colours.css'
import { pictureAt } from '../acquire/at-point'
import type { Box } from '../acquire/found-image'
import { markElement } from '../acquire/marked'
import { boxOf } from '../acquire/on-screen'
import { isOrphan, tellWorker } from '../page-tool/ask-worker'
import { make, placeAt } from '../page-tool/element'
import { makeHost, putHost } from '../page-tool/host'
import { mark } from '../page-tool/mark'
import type { Resting } from '../page-tool/resting'
import { t } from '../ui/i18n'
import { freeCorner } from './free-corner'

/** Shortest edge in CSS px of a picture that gets the button. */
const leastEdge = 96

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
    if (signal.aborted || shown !== null || isOff()) return
    const picture = pictureAt(x, y)
    if (picture === used) return
    used = null
    const box = picture && boxOf(picture)
    const corner = box && Math.min(box.width, box.height) >= leastEdge ? freeCorner(box) : null
    if (picture === null || box === null || corner === null) return
    drawn ??= draw(press)
    shown = { picture, box }
    placeAt(drawn.seat, corner)
    putHost(drawn.host)
  }
}

function draw(press: (event: MouseEvent) => void): { host: HTMLElement; seat: HTMLElement } {
  const { host, root } = makeHost('toile-image')
  const name = t('image_button')
  const button = make(root, 'button', { attributes: { 'aria-label': name, tabindex: '-1' } })
  button.innerHTML = mark(20)
  button.addEventListener('click', press)
  const tip = make(root, 'span', { className: 'tip', text: name, attributes: { 'aria-hidden': 'true' } })
  const seat = make(root, 'div', { className: 'toile seat', inside: [button, tip] })
  root.append(make(root, 'style', { text: colours + shape }), seat)
  // What is meant for us does not press what lies under it.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const)
    host.addEventListener(type, (event) => event.stopPropagation())
  return { host, seat }
}

function isIn({ x, y, width, height }: Box, left: number, top: number): boolean {
  return left >= x && top >= y && left < x + width && top < y + height
}
