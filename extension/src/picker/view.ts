import type { Box } from '../acquire/found-image'
import { make, placeAt } from '../page-tool/element'
import { mark } from '../page-tool/mark'
import { t } from '../ui/i18n'

/** Longest name of a picture that is read aloud. */
const longestName = 120

/** How much of the window's edges the words on a picture keep clear of, in CSS px. */
const inside = 10

export interface View {
  ring: HTMLElement
  tip: HTMLElement
  none: HTMLElement
  say(picture: { place: number; count: number; name: string }): void
}

/** Draws the parts of the picker on its stage. */
export function draw(body: HTMLElement, region: () => void, signal: AbortSignal): View {
  const badge = make(body, 'span', { className: 'badge' })
  badge.innerHTML = mark(20)
  const ring = make(body, 'div', { className: 'ring', inside: [badge] })
  const tip = make(body, 'span', { className: 'tip', text: t('picker_hint'), attributes: { 'aria-hidden': 'true' } })
  const instead = make(body, 'button', { text: t('tool_region') })
  const none = make(body, 'div', { className: 'card notice', attributes: { role: 'group' }, inside: [t('picker_none'), instead] })
  const news = make(body, 'span', { className: 'spoken', attributes: { role: 'status' } })
  instead.addEventListener('click', region, { signal })
  for (const part of [ring, tip, none]) part.hidden = true
  for (const [name, value] of Object.entries({ role: 'application', 'aria-label': t('picker_label'), tabindex: '0' }))
    body.setAttribute(name, value)
  body.append(ring, tip, none, news)
  return {
    ring,
    tip,
    none,
    say: ({ place, count, name }) => {
      const words = name === '' ? t('picker_at', { place, count }) : t('picker_at_named', { place, count, name })
      news.textContent = words
    },
  }
}

/** The ring around a picture, with its corners, and the keys in its lower left corner, both as far as the window shows it. */
export function showPicture({ ring, tip, none }: View, { x, y, width, height }: Box, radius: string): void {
  none.hidden = true
  ring.hidden = false
  tip.hidden = false
  placeAt(ring, { left: x, top: y, width, height })
  ring.style.borderRadius = radius
  placeAt(tip, {
    left: Math.max(inside, x + inside),
    top: Math.min(Math.max(y + height - tip.offsetHeight - inside, y + 2), innerHeight - tip.offsetHeight - inside),
  })
}

/** Nothing to pick here: a region is the way on. */
export function showNone({ ring, tip, none }: View): void {
  ring.hidden = true
  tip.hidden = true
  none.hidden = false
  none.querySelector('button')?.focus()
}

/** What the page calls the picture; empty where it has no name. */
export function nameOf(picture: Element): string {
  const name = ['alt', 'aria-label', 'title'].map((attribute) => picture.getAttribute(attribute)?.trim()).find(Boolean)
  return (name ?? '').slice(0, longestName)
}
