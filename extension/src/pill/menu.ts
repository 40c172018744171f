import { make } from '../page-tool/element'
import type { Drawn } from './draw'
import { icon } from './icons'
import { type Deeds, type Item, itemsFor } from './menu-items'

/** The pill's menu: opens on click or Enter, never on hover; arrows move, Esc closes, and the focus comes back. */
export function pillMenu({ host, seat, pill, menu }: Drawn, deeds: Deeds, signal: AbortSignal): { toggle(): void } {
  const close = (focus: boolean): void => {
    menu.hidden = true
    pill.setAttribute('aria-expanded', 'false')
    if (focus) pill.focus()
  }
  const open = (): void => {
    const [beginnings, own] = itemsFor(deeds).map((items) => items.map((item) => buttonFor(menu, item, () => close(true))))
    menu.replaceChildren(...(beginnings ?? []), make(menu, 'hr'), ...(own ?? []))
    menu.hidden = false
    pill.setAttribute('aria-expanded', 'true')
    standBy(menu, seat)
    menu.querySelector('button')?.focus()
  }

  menu.addEventListener('keydown', (event) => moveFocus(menu, event, close), { signal })
  addEventListener(
    'pointerdown',
    (event) => {
      if (!menu.hidden && !event.composedPath().includes(host)) close(false)
    },
    { signal, capture: true },
  )
  return { toggle: () => (menu.hidden ? open() : close(true)) }
}

function buttonFor(menu: HTMLElement, { icon: name, label, keys, act }: Item, close: () => void): HTMLButtonElement {
  const button = make(menu, 'button', { attributes: { role: 'menuitem', tabindex: '-1' } })
  button.innerHTML = icon(name)
  button.append(label)
  if (keys) button.append(make(menu, 'kbd', { text: keys }))
  button.addEventListener('click', (event) => {
    if (!event.isTrusted) return
    close()
    act()
  })
  return button
}

function moveFocus(menu: HTMLElement, event: KeyboardEvent, close: (focus: boolean) => void): void {
  const buttons = [...menu.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const to = steps[event.key]
  if (event.key === 'Tab') close(false)
  if (to === undefined && event.key !== 'Escape') return
  event.preventDefault()
  if (to === undefined) close(true)
  else buttons.at(to % buttons.length)?.focus()
}

/** Menu and words stand on the side of the pill where there is room. */
export function standBy(card: HTMLElement, seat: HTMLElement): void {
  const { left, top } = seat.getBoundingClientRect()
  const below = top < innerHeight / 2
  const rightwards = left < innerWidth / 2
  Object.assign(card.style, {
    top: below ? 'calc(100% + 8px)' : 'auto',
    bottom: below ? 'auto' : 'calc(100% + 8px)',
    left: rightwards ? '0' : 'auto',
    right: rightwards ? 'auto' : '0',
  })
}
