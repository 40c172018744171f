import shape from 'data-text:./pill.css'
import colours from 'data-text:../page-tool/colours.css'
import { makeHost } from '../page-tool/host'
import { mark } from '../page-tool/mark'

const grip = `<svg class="grip" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" d="M6 3.500v.01M10 3.500v.01M6 8v.01M10 8v.01M6 12.500v.01M10 12.500v.01"/></svg>`

/** The parts of the pill that the rest of it works with. */
export interface Drawn {
  host: HTMLElement
  /** What is placed along the window's edge, pill and menu in it. */
  seat: HTMLElement
  pill: HTMLButtonElement
  text: HTMLElement
  menu: HTMLElement
}

/** Draws the pill in a closed shadow root: the page can neither style nor read it. */
export function draw(): Drawn {
  const { host, root } = makeHost('toile-pill')
  const seat = document.createElement('div')
  seat.className = 'toile seat'
  seat.hidden = true
  const style = document.createElement('style')
  style.textContent = colours + shape
  const pill = document.createElement('button')
  pill.className = 'pill'
  pill.innerHTML = grip + mark(22)
  pill.setAttribute('aria-haspopup', 'menu')
  pill.setAttribute('aria-expanded', 'false')
  // Its number is generated content: the page's `window.find` reads text, also in closed roots, but not that.
  const text = document.createElement('span')
  text.className = 'text'
  pill.append(text)
  const menu = document.createElement('div')
  menu.className = 'menu'
  menu.hidden = true
  menu.setAttribute('role', 'menu')
  seat.append(pill, menu)
  root.append(style, seat)
  return { host, seat, pill, text, menu }
}
