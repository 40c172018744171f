import type { PillState, Reply } from '../messages'
import { fromWorker } from '../page-messages'
import { putHost } from '../page-tool/host'
import type { PillPlace } from '../storage'
import { dragPill } from './drag'
import { draw } from './draw'
import { pillMenu } from './menu'
import { firstPlace, placeTowards, styleOf } from './place'

/** Asks the worker; null where it gives no answer, as after an update of the extension. */
async function askWorker(message: { type: string; place?: PillPlace }): Promise<unknown> {
  const reply: Reply | undefined = await chrome.runtime.sendMessage(message)
  return reply?.ok ? reply.answer : null
}

/** The worker parsed what it sends with zod; here it is enough to know that there is something. */
function isState(answer: unknown): answer is PillState {
  return typeof answer === 'object' && answer !== null && 'look' in answer && 'text' in answer
}

/** Puts the pill on this page and keeps it up to date, until the extension goes away. */
export function startPill(): void {
  const controller = new AbortController()
  const { signal } = controller
  const drawn = draw()
  const { host, seat, pill, text } = drawn
  let place = firstPlace

  const tell = (message: Parameters<typeof askWorker>[0]): Promise<unknown> =>
    askWorker(message).catch((error: unknown) => {
      // The extension was updated or removed: this pill belongs to the one before.
      console.info('Toile: the pill goes', error)
      controller.abort()
      return null
    })
  const settle = (next: PillPlace): void => {
    place = next
    seat.hidden = place.hidden
    pill.classList.toggle('collapsed', place.collapsed)
    for (const [name, value] of Object.entries(styleOf(place, pill.getBoundingClientRect()))) seat.style.setProperty(name, value)
  }
  const move = (next: PillPlace): void => {
    settle(next)
    void tell({ type: 'page-bg-pill-place', place })
  }
  const show = (state: PillState): void => {
    pill.dataset.look = state.look
    pill.setAttribute('aria-label', state.words)
    pill.title = state.words
    text.dataset.text = state.text
    // A pill in the designer's hand stays there: where it is dropped is told then.
    if (!drag.isDragging()) settle(state.place ?? place)
  }

  const menu = pillMenu(drawn, { place: () => place, move, open: () => void tell({ type: 'page-bg-pill-open' }) }, signal)
  const drag = dragPill(pill, { place: () => place, settle, move, click: menu.toggle }, signal)
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    // Shortcuts of the page are not meant when the pill has the focus.
    host.addEventListener(type, (event) => event.stopPropagation(), { signal })
  }
  pill.addEventListener(
    'keydown',
    (event) => {
      const next = event.shiftKey ? placeTowards(event.key, place) : null
      if (next === null) return
      event.preventDefault()
      move(next)
    },
    { signal },
  )
  listen(show, signal)
  putHost(host)
  signal.addEventListener('abort', () => host.remove())
  void tell({ type: 'page-bg-pill-state' }).then((state) => isState(state) && show(state))
}

/** Hears new states from the worker. */
function listen(show: (state: PillState) => void, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: chrome.runtime.MessageSender): void => {
    const message = fromWorker(raw, sender)
    if (message?.type === 'bg-page-pill-state' && isState(message.state)) show(message.state)
  }
  chrome.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => chrome.runtime.onMessage?.removeListener(listener))
}
