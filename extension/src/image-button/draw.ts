import shape from 'data-text:./image-button.css'
import colours from 'data-text:../page-tool/colours.css'
import { make } from '../page-tool/element'
import { makeHost } from '../page-tool/host'
import { mark } from '../page-tool/mark'
import { t } from '../ui/i18n'

/** Draws the button in a closed shadow root; `seat` is what is placed on a picture. */
export function draw(press: (event: MouseEvent) => void): { host: HTMLElement; seat: HTMLElement } {
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
