import type { Box } from '../acquire/found-image'
import { afterKey, firstFrame, isTooSmall, moved } from './box'
import { followPointer } from './pointer'
import { draw, type Shown, show, sizeInWords } from './view'

/** How long the region rests before its size is read aloud, in ms. */
const restMs = 500

interface Deeds {
  use(box: Box): void
  cancel(): void
}

/** The region tool on its stage, until `signal` aborts. */
export function selectRegion(body: HTMLElement, { use, cancel }: Deeds, signal: AbortSignal): void {
  const view = draw(body)
  let shown: Shown = { at: 'aiming', x: null, y: null }
  let speaking: ReturnType<typeof setTimeout> | undefined

  const size = () => ({ width: innerWidth, height: innerHeight })
  const box = () => (shown.at === 'framed' ? shown.box : null)
  const put = (next: Shown): void => {
    shown = next
    show(view, shown, size())
    clearTimeout(speaking)
    if (shown.at === 'framed' && !shown.dragging) speaking = setTimeout(speak, restMs)
  }
  const speak = (): void => {
    const region = box()
    if (region && !signal.aborted) view.news.textContent = sizeInWords(region)
  }
  const frame = (region: Box, dragging = false): void => {
    put({ at: 'framed', box: region, dragging })
    if (!dragging) view.frame.focus()
  }
  const accept = (): void => {
    const region = box()
    if (region === null) frame(firstFrame(size()))
    else if (isTooSmall(region)) speak()
    else use(region)
  }

  view.use.addEventListener('click', accept, { signal })
  for (const button of [view.cancel, view.close]) button.addEventListener('click', cancel, { signal })
  followPointer(
    body,
    {
      box,
      window: size,
      aim: (x, y) => shown.at === 'aiming' && put({ at: 'aiming', x, y }),
      draw: frame,
      putBack: (before) => (before ? frame(before) : put({ at: 'aiming', x: null, y: null })),
    },
    signal,
  )
  const onKey = (event: KeyboardEvent): void => {
    const region = box()
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && !isButton(event.target)) accept()
    else if (event.key === 'Tab') turnTab(body, event)
    else if (region) {
      const next = afterKey(region, event.key, { step: event.shiftKey ? 10 : 1, resize: event.ctrlKey || event.metaKey }, size())
      if (next === null) return
      frame(next)
    } else return
    if (event.key !== 'Enter' || !isButton(event.target)) event.preventDefault()
  }
  body.addEventListener('keydown', onKey, { signal })
  addEventListener('resize', () => put(shown.at === 'framed' ? { ...shown, box: fitted(shown.box, size()) } : shown), { signal })
  signal.addEventListener('abort', () => clearTimeout(speaking))
  put(shown)
  body.focus()
}

function isButton(target: EventTarget | null): boolean {
  return target !== null && 'localName' in target && target.localName === 'button'
}

/** Tab goes round: the tool is modal. */
function turnTab(body: HTMLElement, event: KeyboardEvent): void {
  const stops = [...body.querySelectorAll<HTMLElement>('.frame, button')].filter((one) => one.offsetParent !== null)
  const at = stops.findIndex((one) => one.matches(':focus'))
  const next = event.shiftKey ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length
  stops[next]?.focus()
}

/** A window that became smaller keeps the region inside. */
function fitted(box: Box, window: { width: number; height: number }): Box {
  const width = Math.min(box.width, window.width)
  const height = Math.min(box.height, window.height)
  return moved({ ...box, width, height }, 0, 0, window)
}
