import { type Dispatch, useEffect, useEffectEvent } from 'react'
import type { Generation } from 'shared'
import { api } from '../api'
import { problemOf } from '../failures'
import { ask } from '../messages'
import { becameOf } from './became'
import type { Action, Order, State } from './flow'

/**
 * Tells the worker what became of an order: first what has to be followed, so that a page that dies in between leaves the order
 * as one whose answer nobody told. The worker finds out by itself too, later.
 */
async function tellWorker(sessionId: string, { id, count }: Generation): Promise<void> {
  try {
    await ask('ui-bg-generation-started', { id, count })
    await ask('ui-bg-overlay-changed', { sessionId, change: { generationId: id } })
  } catch (error) {
    console.warn('Toile: the worker did not hear of a generation', error)
  }
}

/**
 * Sends the order of the state `sending`, once: no click sends anything by itself. The worker keeps the order before it
 * leaves, and `own` notes its intent. While the fate of other orders is open they are asked for first: who changes four
 * images to three after a lost answer does not pay for seven.
 */
export function useSending(sessionId: string, { flow, unanswered }: State, own: Set<string>, dispatch: Dispatch<Action>): void {
  const order = flow.at === 'sending' ? flow.order : null

  const sendOut = useEffectEvent(async ({ request, retrying }: Order) => {
    const { intentId } = request
    own.add(intentId)
    let left = false
    try {
      const arrived = await becameOf(unanswered.map((other) => other.request.intentId).filter((other) => other !== intentId))
      for (const generation of arrived) dispatch({ type: 'found', generation })
      if (arrived.length > 0) return
      await ask('ui-bg-overlay-changed', { sessionId, change: { sent: { request, retrying } } })
      left = true
      const generation = await api.request(request)
      dispatch({ type: 'accepted', intentId, generation })
      await tellWorker(sessionId, generation)
    } catch (error) {
      dispatch({ type: 'refused', intentId, problem: problemOf(error), left })
    }
  })

  useEffect(() => {
    if (order !== null) void sendOut(order)
  }, [order])
}
