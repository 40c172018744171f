import type { Box } from '../acquire/found-image'
import { make, placeAt, withKeys } from '../page-tool/element'
import { number, t } from '../ui/i18n'
import { besideBox, handles, isTooSmall, leastEdge, type Size } from './box'

/** What is on the stage: the crosshair at a point, or a region; `dragging` hides what stands in the way. */
export type Shown = { at: 'aiming'; x: number | null; y: number | null } | { at: 'framed'; box: Box; dragging: boolean }

const barWidth = 260
const hintHeight = 84

const cross =
  '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" d="M3.5 3.500l9 9M12.5 3.500l-9 9"/></svg>'

/** The parts of the region tool. */
export type View = ReturnType<typeof draw>

/** Draws the parts on the stage, which becomes a modal dialogue. */
export function draw(body: HTMLElement) {
  const lines = [make(body, 'i', { className: 'line across' }), make(body, 'i', { className: 'line down' })]
  const grips = handles.map((handle) => make(body, 'i', { className: `handle ${handle}` }))
  const spokenHelp = make(body, 'span', { className: 'spoken', text: t('region_adjust_spoken'), attributes: { id: 'help' } })
  const frame = make(body, 'div', {
    className: 'frame',
    attributes: { role: 'group', tabindex: '0', 'aria-describedby': 'help' },
    inside: grips,
  })
  const label = make(body, 'span', { className: 'tip label', attributes: { id: 'size' } })
  const use = make(body, 'button', { className: 'main', text: t('region_use'), attributes: { 'aria-describedby': 'size' } })
  const cancel = make(body, 'button', { text: t('region_cancel') })
  const bar = make(body, 'div', { className: 'card bar', inside: [use, cancel] })
  const words = make(body, 'span', { className: 'words', attributes: { id: 'hint' } })
  const close = make(body, 'button', { className: 'close', attributes: { 'aria-label': t('region_cancel') } })
  close.innerHTML = cross
  const hint = make(body, 'div', { className: 'card notice hint', inside: [words, close] })
  const news = make(body, 'span', { className: 'spoken', attributes: { role: 'status' } })
  const about = {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': t('tool_region'),
    'aria-describedby': 'hint',
    tabindex: '-1',
  }
  for (const [name, value] of Object.entries(about)) body.setAttribute(name, value)
  body.append(...lines, frame, label, bar, hint, spokenHelp, news)
  return { body, lines, frame, label, use, cancel, bar, words, close, hint, news }
}

/** Shows where the designer is. */
export function show(view: View, shown: Shown, window: Size): void {
  const framed = shown.at === 'framed'
  view.body.classList.toggle('aiming', !framed)
  view.frame.hidden = !framed
  view.bar.hidden = !framed || shown.dragging
  view.hint.hidden = framed && shown.dragging
  showHint(view, framed)
  if (framed) showRegion(view, shown.box, window)
  else showCrosshair(view, shown, window)
}

function showHint({ words, hint }: View, framed: boolean): void {
  if (hint.dataset.framed === String(framed)) return
  hint.dataset.framed = String(framed)
  const sentence = framed ? t('region_adjust') : t('region_start')
  words.replaceChildren(...withKeys(words, sentence, { enter: t('key_enter'), esc: t('key_escape'), shift: '⇧' }))
}

function showRegion({ lines, frame, label, bar, use, hint }: View, box: Box, window: Size): void {
  for (const line of lines) line.hidden = true
  placeAt(frame, { left: box.x, top: box.y, width: box.width, height: box.height })
  frame.setAttribute('aria-label', placeInWords(box))
  const beside = besideBox(box, window, barWidth)
  const small = isTooSmall(box)
  label.textContent = sizeInWords(box)
  label.classList.toggle('bad', small)
  label.hidden = false
  placeAt(label, { left: beside.left, top: beside.label })
  placeAt(bar, { left: beside.left, top: beside.bar })
  use.setAttribute('aria-disabled', String(small))
  // The hint gives way to a region at the top.
  hint.classList.toggle('low', box.y < hintHeight && box.y + box.height + hintHeight * 2 < window.height)
}

function showCrosshair({ lines, label, hint }: View, { x, y }: { x: number | null; y: number | null }, window: Size): void {
  const known = x !== null && y !== null
  for (const line of lines) line.hidden = !known
  label.hidden = !known
  label.classList.remove('bad')
  hint.classList.remove('low')
  if (!known) return
  const [across, down] = lines
  if (across) placeAt(across, { top: y })
  if (down) placeAt(down, { left: x })
  label.textContent = t('region_at', { x, y })
  placeAt(label, { left: Math.min(x + 12, window.width - 88), top: Math.min(y + 12, window.height - 32) })
}

/** The size, and what is missing where it is too small. */
export function sizeInWords({ width, height }: Box): string {
  const size = { width: number(width), height: number(height) }
  return isTooSmall({ width, height }) ? t('region_too_small', { ...size, least: leastEdge }) : t('region_size', size)
}

function placeInWords({ x, y, width, height }: Box): string {
  return t('region_place', { x, y, width, height })
}
