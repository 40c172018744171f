import { type Dispatch, useReducer, useState } from 'react'
import type {
  Balance,
  EngineOffer,
  Generation,
  GenerationItem,
  ImageRecipe,
  LiveEvent,
  PaymentNews,
  Quote,
  WireError,
} from 'shared'
import type { OverlaySession } from '../overlay-session'
import type { Projects } from '../projects/use-projects'
import { local } from '../storage'
import { useLive } from '../ui/use-live'
import { useStored } from '../ui/use-stored'
import type { Action, Order, State } from './flow'
import { type Spending, useSpending } from './guard/use-spending'
import type { QuoteState } from './offer'
import { againBy, askingFor, oneMoreOf, orderFor, resumed } from './order'
import { reduce } from './reduce'
import { unagreed } from './refusal'
import { type Consent, useConsent } from './use-consent'
import { engineFor, useEngines } from './use-engines'
import { useFreshAddresses } from './use-fresh-addresses'
import { useKept } from './use-kept'
import { useProgress } from './use-progress'
import { useProjectOf } from './use-project-of'
import { usePriceAgain, useQuote } from './use-quote'
import { useRestore } from './use-restore'
import { useSending } from './use-sending'
import { useStop } from './use-stop'
import { useUnanswered } from './use-unanswered'
import { countOf, firstWish, type Missing, missing, sizeOf } from './wish'

/** All that the overlay's views show and can do. */
export interface Overlay {
  session: OverlaySession
  state: State
  /** No view sends an order by itself: `generate`, `tryAgain` and `resume` do. */
  dispatch: Dispatch<Exclude<Action, { type: 'send' }>>
  /** Keeps what is set and shown at once: for who is about to leave. */
  keep: () => Promise<void>
  balance: Balance | null
  /** The last that was heard of a payment. */
  payment: PaymentNews | null
  /** Those of this server; none where it has not told yet. */
  engines: EngineOffer[]
  /** The designer's projects, and the one that images are made for. */
  projects: Projects
  quote: QuoteState
  askPriceAgain: () => void
  consent: Consent
  /** What stands against the price and was not agreed to; null where nothing does. */
  refused: WireError | null
  /** What has to be there before `generate` does anything. */
  missing: Missing | null
  canGenerate: boolean
  /** An order is on its way: nothing can be changed or asked for until its answer comes. */
  sending: boolean
  /** Whatever costs credits goes through here. */
  spending: Spending
  generate: () => void
  /** Makes up for one failed image, for the price of `quote`. */
  tryAgain: (generation: Generation, item: GenerationItem, quote: Quote) => void
  /** Makes an image again by its recipe, for the price of `quote`. */
  makeAgain: (recipe: ImageRecipe, quote: Quote) => void
  stop: (generations: Generation[]) => void
  resume: (draft: Order, quote: Quote) => void
}

const start = (session: OverlaySession): State => ({
  wish: firstWish(session),
  flow: { at: 'composing', problem: null, before: null },
  // The page before this one went before its answer came.
  unanswered: session.sent === null ? [] : [{ ...session.sent, from: [] }],
})

const newIntent = () => crypto.randomUUID()

/** The overlay's state for one session, and all that keeps it up to date. */
function useOverlayState(session: OverlaySession) {
  const [state, dispatch] = useReducer(reduce, session, start)
  const [own] = useState(() => new Set<string>())
  const [returns, setReturns] = useState(0)
  const [payment, setPayment] = useState<PaymentNews | null>(null)
  const balance = useStored(local.balance) ?? null
  const engines = useEngines()
  const source = session.source?.state === 'ready' ? session.source.image : null
  const wish = { ...state.wish, engine: engineFor(state.wish, engines) }
  const { operation, engine } = wish
  const project = useProjectOf(state.flow, balance)
  const priced = { operation, engine, size: sizeOf(wish, source), count: countOf(wish), projectId: project.id ?? null }
  const { quote, again } = useQuote(priced, balance)
  useSending(session.id, state, own, dispatch)
  useUnanswered(state, returns, dispatch)
  useRestore(session, own, dispatch)
  useProgress(state.flow, dispatch)
  useFreshAddresses(state.flow, dispatch)
  const keep = useKept(session.id, state)
  usePriceAgain(state, again)

  const hear = (event: LiveEvent) => {
    if (event.type === 'generation') dispatch({ type: 'heard', generation: event.generation })
    if (event.type === 'payment') {
      setPayment(event.payment)
      dispatch({ type: 'paid', payment: event.payment })
    }
  }
  const back = () => {
    dispatch({ type: 'reachable' })
    setReturns((before) => before + 1)
    again()
  }
  useLive({ hear, back })
  const consent = useConsent(quote, state.flow)
  return { state: { ...state, wish }, dispatch, balance, payment, engines, source, quote, again, consent, keep, project }
}

/** The overlay's state and actions for one session. */
export function useOverlay(session: OverlaySession): Overlay {
  const { state, dispatch, balance, payment, engines, source, quote, again, consent, keep, project } = useOverlayState(session)
  const stop = useStop(dispatch)
  const spending = useSpending(session.id)
  const { wish, unanswered, flow } = state
  const lacking = missing(wish, session.source)
  const sending = flow.at === 'sending'
  const refused = quote.at === 'known' ? unagreed(quote.quote, consent.given) : null
  // Until it is known for which project, nothing is made for none.
  const ready = quote.at === 'known' && project.id !== undefined
  const canGenerate = lacking === null && ready && refused === null && !sending && flow.at !== 'running'
  // The one way to an order: nothing else here sends any.
  const send = (order: Order, agreedTo: Quote) =>
    spending.spend({ kind: 'images', request: order.request, quote: agreedTo }, () => dispatch({ type: 'send', order }))
  const generate = () => {
    if (!canGenerate || project.id === undefined || quote.at !== 'known') return
    const asking = askingFor(wish, project.id, source, flow)
    send(orderFor(asking, { quote: quote.quote, yes: consent.given }, unanswered, newIntent), quote.quote)
  }
  return {
    session,
    state,
    dispatch,
    keep,
    balance,
    payment,
    engines,
    projects: project.projects,
    quote,
    askPriceAgain: again,
    consent,
    refused,
    missing: lacking,
    canGenerate,
    sending,
    spending,
    generate,
    tryAgain: (generation, item, price) => send(oneMoreOf(generation, item, price, unanswered, newIntent), price),
    makeAgain: (recipe, price) => {
      if (project.id !== undefined) send(againBy(recipe, project.id, price, unanswered, newIntent), price)
    },
    stop,
    resume: (draft, price) => {
      if (refused === null) send(resumed(draft, { quote: price, yes: consent.given }), price)
    },
  }
}
