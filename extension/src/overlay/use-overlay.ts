import { type Dispatch, useEffect, useReducer, useState } from 'react'
import type { Balance, Generation, LiveEvent } from 'shared'
import { ask } from '../messages'
import { local, type OverlaySession } from '../storage'
import { useLive } from '../ui/use-live'
import { useStored } from '../ui/use-stored'
import { type Action, imageKey, type State } from './flow'
import { reduce } from './reduce'
import { useProgress } from './use-progress'
import { type QuoteState, useQuote } from './use-quote'
import { type Requests, useRequests } from './use-requests'
import { useRestore } from './use-restore'
import { type Missing, missing, oneMoreOf, requestFor } from './wish'

/** All that the overlay's views show and can do. */
export interface Overlay {
  session: OverlaySession
  state: State
  dispatch: Dispatch<Action>
  balance: Balance | null
  quote: QuoteState
  askPriceAgain: () => void
  /** What has to be there before `generate` does anything. */
  missing: Missing | null
  canGenerate: boolean
  generate: () => void
  tryAgain: (generation: Generation, index: number) => void
  stop: Requests['stop']
  resume: Requests['resume']
}

const start = ({ operation, prompt }: OverlaySession): State => ({
  wish: { operation, prompt, count: 4, size: 1024, layout: 'half-drop' },
  flow: { at: 'composing', problem: null },
  unanswered: null,
})

const newIntent = () => crypto.randomUUID()
const keepPromptAfterMs = 400

/** Keeps the prompt with the worker while it is written, so that closing loses nothing. */
function useKeptPrompt(sessionId: string, prompt: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      ask('ui-bg-overlay-changed', { sessionId, change: { prompt } }).catch((error: unknown) =>
        console.warn('Toile: the prompt was not kept', error),
      )
    }, keepPromptAfterMs)
    return () => clearTimeout(timer)
  }, [sessionId, prompt])
}

/** The price on the screen is wrong where the server has just said so. */
function usePriceAgain({ flow }: State, again: () => void): void {
  const stale = flow.at === 'blocked' || ('problem' in flow && flow.problem?.code === 'PRICE_CHANGED')
  useEffect(() => {
    if (stale) again()
  }, [stale, again])
}

/** The overlay's state and actions for one session. */
export function useOverlay(session: OverlaySession): Overlay {
  const [state, dispatch] = useReducer(reduce, session, start)
  const [own] = useState(() => new Set<string>())
  const balance = useStored(local.balance) ?? null
  const { quote, again } = useQuote(state.wish, balance)
  const requests = useRequests(session.id, own, dispatch)
  useRestore(session, own, dispatch)
  useProgress(state.flow, dispatch)
  useKeptPrompt(session.id, state.wish.prompt)
  usePriceAgain(state, again)

  const hear = (event: LiveEvent) => {
    if (event.type === 'generation') dispatch({ type: 'heard', generation: event.generation })
    if (event.type === 'payment') dispatch({ type: 'paid', payment: event.payment })
  }
  const back = () => {
    dispatch({ type: 'reachable' })
    again()
  }
  useLive({ hear, back })

  const { wish, unanswered, flow } = state
  const lacking = missing(wish, session.source)
  const canGenerate = lacking === null && quote.at === 'known' && flow.at !== 'sending' && flow.at !== 'running'
  const generate = () => {
    if (!canGenerate) return
    const sourceId = session.source?.state === 'ready' ? session.source.image.id : null
    void requests.send(requestFor(wish, sourceId, quote.quote, unanswered, newIntent), quote.quote)
  }
  const tryAgain = (generation: Generation, index: number) => {
    const request = oneMoreOf(generation, wish.layout, unanswered, newIntent)
    const next = balance?.next
    const from = next && request.maxCredits > 0 ? [{ ...next, credits: request.maxCredits }] : []
    void requests.tryAgain(request, imageKey(generation, index), from)
  }

  const { stop, resume } = requests
  return {
    session,
    state,
    dispatch,
    balance,
    quote,
    askPriceAgain: again,
    missing: lacking,
    canGenerate,
    generate,
    tryAgain,
    stop,
    resume,
  }
}
