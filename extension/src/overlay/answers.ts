import type { Generation } from 'shared'
import type { FailureCode, Problem } from '../failures'
import type { Flow, Order, Sending, State } from './flow'
import { joined, nothingMade, shown } from './made'
import { wishOfRequest } from './wish'

/** Orders are kept until their fate is known; nobody has as many as this under way, and a limit there must be. */
const mostUnanswered = 50

/** After these nobody knows whether the order arrived. */
const lost: FailureCode[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL']
/** These refuse this sending only: they say nothing of an earlier one of the same order. */
const ofThisSendingOnly: FailureCode[] = [...lost, 'BUSY', 'UNAUTHORIZED', 'FORBIDDEN', 'IDEMPOTENCY_MISMATCH']

const without = (orders: Order[], intentId: string): Order[] => orders.filter(({ request }) => request.intentId !== intentId)

/** Which orders may have arrived, once this one was refused. */
function stillUnanswered(unanswered: Order[], order: Order, code: FailureCode, left: boolean): Order[] {
  const others = without(unanswered, order.request.intentId)
  if (left && lost.includes(code)) return [...others, order].slice(-mostUnanswered)
  return !left || ofThisSendingOnly.includes(code) ? unanswered : others
}

/** The order was taken in: its images join those it was sent from, or stand alone. */
export function accepted(state: State, { back, order }: Sending, generation: Generation): State {
  const made = back.at === 'finished' ? back : order.retrying === null ? undefined : back.before?.finished
  return {
    ...state,
    unanswered: without(state.unanswered, order.request.intentId),
    flow: showing(made, order, generation, false),
  }
}

function showing(made: typeof nothingMade | undefined, order: Order, generation: Generation, found: boolean): Flow {
  const { batch, retried } = made ?? nothingMade
  const again = order.retrying === null ? retried : [...retried, order.retrying]
  return shown({ batch: joined(batch, generation), retried: again, from: order.from, found, problem: null })
}

/** The order was refused, or its answer was lost. */
export function refused(state: State, { back, order }: Sending, problem: Problem, left: boolean): State {
  const unanswered = stillUnanswered(state.unanswered, order, problem.code, left)
  if (problem.code !== 'INSUFFICIENT_CREDITS') return { ...state, unanswered, flow: { ...back, problem } }
  const before = back.at === 'finished' ? { finished: { ...back, problem: null }, wish: state.wish } : back.before
  const shortfall = problem.details.shortfall ?? null
  const blocked: Flow = { at: 'blocked', order, shortfall, added: null, problem: null, before }
  // What is shown as the draft has to be what was refused.
  return { wish: order.retrying === null ? state.wish : wishOfRequest(order.request), unanswered, flow: blocked }
}

/** An order whose answer was lost had arrived: nothing is asked for twice, its images are shown. */
export function found(state: State, flow: Exclude<Flow, Sending>, generation: Generation): State {
  const order = state.unanswered.find(({ request }) => request.intentId === generation.intentId)
  if (order === undefined) return state
  const unanswered = without(state.unanswered, generation.intentId)
  if (flow.at === 'composing' || flow.at === 'blocked') {
    const made = order.retrying === null ? undefined : flow.before?.finished
    return { ...state, unanswered, flow: showing(made, order, generation, true) }
  }
  return { ...state, unanswered, flow: showing(flow, order, generation, true) }
}
