import colours from 'data-text:./colours.css'
import shape from 'data-text:./pill.css'
import { makeHost } from '../page-tool/host'

const mark = `<svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true"><clipPath id="m"><rect width="32" height="32" rx="6"/></clipPath><g clip-path="url(#m)"><path fill="var(--mark)" d="M0 0h32v32H0z"/><path fill="#fff" d="M9.500 6.500c3 3.700 4 6.500 4 9.500s-1 5.800-4 9.500c-3-3.700-4-6.500-4-9.500s1-5.800 4-9.500zM22.500 22.500c3 3.700 4 6.500 4 9.500h-8c0-3 1-5.800 4-9.500zM22.500 9.500c3-3.700 4-6.500 4-9.500h-8c0 3 1 5.800 4 9.500z"/></g></svg>`
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
  seat.className = 'seat'
  seat.hidden = true
  const style = document.createElement('style')
  style.textContent = colours + shape
  const pill = document.createElement('button')
  pill.className = 'pill'
  pill.innerHTML = grip + mark
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
