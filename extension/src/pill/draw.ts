import shape from 'data-text:./pill.css'
import colours from 'data-text:../page-tool/colours.css'
import { make } from '../page-tool/element'
import { makeHost } from '../page-tool/host'
import { mark } from '../page-tool/mark'
import { icon } from './icons'

/** The parts of the pill that the rest of it works with. */
export interface Drawn {
  host: HTMLElement
  /** What is placed along the window's edge, pill and menu in it. */
  seat: HTMLElement
  pill: HTMLButtonElement
  /** The number, or how far the work is. */
  text: HTMLElement
  /** What else is to be said of it: that it is low, that a draft is kept. */
  note: HTMLElement
  menu: HTMLElement
  /** Says why something cannot be done from here. */
  tip: HTMLElement
}

/** Draws the pill in a closed shadow root: the page can neither style nor read it. */
export function draw(): Drawn {
  const { host, root } = makeHost('toile-pill')
  const style = make(root, 'style', { text: colours + shape })
  // The number is generated content: the page's `window.find` reads text, also in closed roots, but not that.
  const text = make(root, 'span', { className: 'text' })
  const note = make(root, 'span', { className: 'text note' })
  const pill = make(root, 'button', { className: 'pill', attributes: { 'aria-haspopup': 'menu', 'aria-expanded': 'false' } })
  pill.innerHTML = icon('grip') + mark(22)
  pill.append(text, note)
  const menu = make(root, 'div', { className: 'menu', attributes: { role: 'menu' } })
  const tip = make(root, 'div', { className: 'tip', attributes: { role: 'status' } })
  const seat = make(root, 'div', { className: 'toile seat', inside: [pill, menu, tip] })
  seat.hidden = menu.hidden = true
  root.append(style, seat)
  return { host, seat, pill, text, note, menu, tip }
}
