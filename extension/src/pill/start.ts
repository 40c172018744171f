import { rememberClicks } from '../acquire/last-click'
import type { PillPlace } from '../kept'
import type { PillState } from '../messages'
import { fromWorker } from '../page-messages'
import { askWorker, isOrphan, type PageMessage } from '../page-tool/ask-worker'
import { putHost } from '../page-tool/host'
import { t } from '../ui/i18n'
import { dragPill } from './drag'
import { draw } from './draw'
import { keepHost } from './keep-host'
import { pillMenu, standBy } from './menu'
import type { Deeds } from './menu-items'
import { firstPlace, placeTowards, styleOf } from './place'
import { watchRest } from './rest'

/** How long a sentence beside the pill stays, in ms. */
const tipMs = 8_000

const questions: Record<Parameters<Deeds['begin']>[0], PageMessage> = {
  again: { type: 'page-bg-overlay-again' },
  picker: { type: 'page-bg-start-tool', tool: 'picker' },
  region: { type: 'page-bg-start-tool', tool: 'region' },
  words: { type: 'page-bg-pill-open' },
  gallery: { type: 'page-bg-open-panel' },
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
  const { host, seat, pill, tip } = drawn
  let place = firstPlace
  let state: PillState | null = null

  const go = (): void => controller.abort()
  const tell = async (message: PageMessage): Promise<unknown> => {
    // The extension was updated or removed: this pill belongs to the one before.
    if (isOrphan()) return go()
    return askWorker(message).catch((error: unknown) => {
      console.info('Toile: not told', message.type, error)
      if (isOrphan()) go()
    })
  }
  const settle = (next: PillPlace): void => {
    place = next
    seat.hidden = place.hidden
    seat.dataset.edge = place.edge
    pill.classList.toggle('collapsed', place.collapsed)
    for (const [name, value] of Object.entries(styleOf(place))) seat.style.setProperty(name, value)
  }
  const move = (next: PillPlace): void => {
    // Words beside the pill do not move along.
    tip.textContent = ''
    settle(next)
    void tell({ type: 'page-bg-pill-place', place })
  }
  const show = (next: PillState): void => {
    state = next
    label(drawn, next)
    // A pill in the designer's hand stays there: where it is dropped is told then.
    if (!drag.isDragging()) settle(state.place ?? place)
  }
  const begin: Deeds['begin'] = (what) => {
    void tell(questions[what]).then((answer) => answer === false && explain(drawn, t('region_from_menu')))
  }

  const menu = pillMenu(drawn, { place: () => place, move, state: () => state, begin }, signal)
  const drag = dragPill(pill, { place: () => place, settle, move, click: menu.toggle }, signal)
  listenToKeys(drawn, () => place, move, signal)
  listen(show, signal)
  rememberClicks(signal)
  watchRest({ isOff: () => place.hidden, signal, gone: go }, () => void tell({ type: 'page-bg-image-button' }))
  putHost(host)
  keepHost(host, signal, go)
  signal.addEventListener('abort', () => host.remove())
  const learn = () => tell({ type: 'page-bg-pill-state' })
  // Once more where the browser ended the worker over its answer.
  void learn()
    .then((told) => told ?? learn())
    .then((told) => isState(told) && show(told))
}

function label({ pill, text, note }: ReturnType<typeof draw>, state: PillState): void {
  pill.dataset.look = state.look
  pill.setAttribute('aria-label', state.words)
  pill.title = state.words
  text.dataset.text = state.text
  note.dataset.text = state.note
}

/** Says something beside the pill, for a while. */
function explain({ tip, seat }: ReturnType<typeof draw>, words: string): void {
  standBy(tip, seat)
  tip.textContent = words
  setTimeout(() => {
    if (tip.textContent === words) tip.textContent = ''
  }, tipMs)
}

function listenToKeys(
  { host, pill }: ReturnType<typeof draw>,
  place: () => PillPlace,
  move: (next: PillPlace) => void,
  signal: AbortSignal,
): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    // Shortcuts of the page are not meant when the pill has the focus.
    host.addEventListener(type, (event) => event.stopPropagation(), { signal })
  }
  pill.addEventListener(
    'keydown',
    (event) => {
      const next = event.shiftKey ? placeTowards(event.key, place()) : null
      if (next === null) return
      event.preventDefault()
      move(next)
    },
    { signal },
  )
}

/** Hears new states from the worker. */
function listen(show: (state: PillState) => void, signal: AbortSignal): void {
  const listener = (raw: unknown, sender: chrome.runtime.MessageSender): void => {
    const message = fromWorker(raw, sender)
    if (message?.type === 'bg-page-pill-state' && isState(message.state)) show(message.state)
  }
  chrome.runtime.onMessage.addListener(listener)
  signal.addEventListener('abort', () => isOrphan() || chrome.runtime.onMessage.removeListener(listener))
}
