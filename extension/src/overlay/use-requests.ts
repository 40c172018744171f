import { type Dispatch, useCallback } from 'react'
import type { Generation, GenerationRequest, PayingLot, Quote } from 'shared'
import { api } from '../api'
import { problemOf } from '../failures'
import { ask } from '../messages'
import type { Action } from './flow'

/** What the overlay asks of the server. Every request's intent is kept by the worker before the request leaves. */
export interface Requests {
  send: (request: GenerationRequest, quote: Quote) => Promise<void>
  resume: (intentId: string, quote: Quote) => Promise<void>
  /** Sends a request that makes up for one failed image, which `retrying` names. */
  tryAgain: (request: GenerationRequest, retrying: string, from: PayingLot[]) => Promise<void>
  stop: (generation: Generation) => Promise<void>
}

/** Requests of one overlay; their answers go to `dispatch`, and their intents are noted in `own`. */
export function useRequests(sessionId: string, own: Set<string>, dispatch: Dispatch<Action>): Requests {
  const run = useCallback(
    async (intentId: string, request: GenerationRequest | null, call: () => Promise<Generation>) => {
      own.add(intentId)
      try {
        await ask('ui-bg-overlay-changed', { sessionId, change: { intentId, generationId: null } })
        const generation = await call()
        dispatch({ type: 'accepted', generation })
        await ask('ui-bg-overlay-changed', { sessionId, change: { generationId: generation.id } })
        await ask('ui-bg-generation-started', { id: generation.id, count: generation.count })
      } catch (error) {
        dispatch({ type: 'refused', request, problem: problemOf(error) })
      }
    },
    [sessionId, own, dispatch],
  )

  const send = useCallback(
    (request: GenerationRequest, quote: Quote) => {
      dispatch({ type: 'send', from: quote.from })
      return run(request.intentId, request, () => api.request(request))
    },
    [run, dispatch],
  )
  const resume = useCallback(
    (intentId: string, quote: Quote) => {
      dispatch({ type: 'send', from: quote.from })
      const agreed = { intentId, priceVersion: quote.priceVersion, maxCredits: quote.credits }
      return run(intentId, null, () => api.resumeDraft(agreed))
    },
    [run, dispatch],
  )
  const tryAgain = useCallback(
    (request: GenerationRequest, retrying: string, from: PayingLot[]) => {
      dispatch({ type: 'send', retrying, from })
      return run(request.intentId, request, () => api.request(request))
    },
    [run, dispatch],
  )
  const stop = useCallback(
    async (generation: Generation) => {
      dispatch({ type: 'stop' })
      try {
        dispatch({ type: 'heard', generation: await api.cancel(generation.id) })
      } catch (error) {
        dispatch({ type: 'stop-failed', problem: problemOf(error) })
      }
    },
    [dispatch],
  )
  return { send, resume, tryAgain, stop }
}
