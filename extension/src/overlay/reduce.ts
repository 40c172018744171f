import type { Generation, GenerationRequest } from 'shared'
import type { Problem } from '../failures'
import type { Action, Finished, Flow, Running, Sending, State } from './flow'

/** Running as long as the newest generation is. */
function runningOrFinished({ batch, retried, from, problem }: Omit<Finished, 'at'>, stopping: boolean): Running | Finished {
  const state = { batch, retried, from, problem }
  return batch.at(-1)?.finished ? { ...state, at: 'finished' } : { ...state, at: 'running', stopping }
}

function accepted(flow: Sending, generation: Generation): Flow {
  const before = flow.back.at === 'finished' ? flow.back : { batch: [], retried: [] }
  const batch = [...before.batch.filter(({ id }) => id !== generation.id), generation]
  const retried = flow.retrying === null ? before.retried : [...before.retried, flow.retrying]
  return runningOrFinished({ batch, retried, from: flow.from, problem: null }, false)
}

function refused(state: State, flow: Sending, request: GenerationRequest | null, problem: Problem): State {
  // Only these two leave open whether the request arrived.
  const lost = problem.code === 'OFFLINE' || problem.code === 'INTERNAL'
  const unanswered = lost ? request : null
  if (problem.code !== 'INSUFFICIENT_CREDITS' || request === null) {
    return { ...state, unanswered, flow: { ...flow.back, problem } }
  }
  const shortfall = problem.details.shortfall ?? 0
  return { ...state, unanswered, flow: { at: 'blocked', intentId: request.intentId, shortfall, added: null, problem: null } }
}

const settled = ({ items }: Generation): number => items.filter(({ state }) => state !== 'queued' && state !== 'running').length

/** Polls and the stream overtake each other: of two tellings the one with more settled images is the newer. */
function newer(known: Generation, told: Generation): Generation {
  return known.finished || settled(told) < settled(known) ? known : told
}

function heard(flow: Flow, generation: Generation): Flow {
  if (flow.at === 'blocked' && flow.intentId === generation.intentId) {
    // The draft was resumed somewhere else: this is what it became.
    return runningOrFinished({ batch: [generation], retried: [], from: [], problem: null }, false)
  }
  if (flow.at !== 'running' && flow.at !== 'finished') return flow
  if (!flow.batch.some(({ id }) => id === generation.id)) return flow
  const batch = flow.batch.map((known) => (known.id === generation.id ? newer(known, generation) : known))
  return runningOrFinished({ ...flow, batch }, flow.at === 'running' && flow.stopping)
}

function reduceSending(state: State, flow: Sending, action: Action): State {
  if (action.type === 'accepted') return { ...state, unanswered: null, flow: accepted(flow, action.generation) }
  if (action.type === 'refused') return refused(state, flow, action.request, action.problem)
  return state
}

function reduceRest(state: State, flow: Exclude<Flow, Sending>, action: Action): State {
  switch (action.type) {
    case 'wish': {
      const next: Flow = flow.at === 'blocked' || flow.at === 'composing' ? { at: 'composing', problem: null } : flow
      return { ...state, wish: { ...state.wish, ...action.change }, flow: next }
    }
    case 'edit':
      return flow.at === 'running' ? state : { ...state, flow: { at: 'composing', problem: null } }
    case 'send': {
      if (flow.at === 'running') return state
      return { ...state, flow: { at: 'sending', back: flow, retrying: action.retrying ?? null, from: action.from } }
    }
    case 'heard':
      return { ...state, flow: heard(flow, action.generation) }
    case 'paid':
      return flow.at === 'blocked' && action.payment.state === 'paid'
        ? { ...state, flow: { ...flow, added: action.payment } }
        : state
    case 'reachable':
      return flow.problem?.code === 'OFFLINE' ? { ...state, flow: { ...flow, problem: null } } : state
    case 'stop':
      return flow.at === 'running' ? { ...state, flow: { ...flow, stopping: true, problem: null } } : state
    case 'stop-failed':
      return flow.at === 'running' ? { ...state, flow: { ...flow, stopping: false, problem: action.problem } } : state
    case 'refused':
      return { ...state, flow: { ...flow, problem: action.problem } }
    case 'restored': {
      const made = { batch: [action.generation], retried: [], from: [], problem: null }
      return { ...state, wish: action.wish, flow: runningOrFinished(made, false) }
    }
    case 'draft-restored': {
      const { wish, intentId, shortfall } = action
      return { ...state, wish, flow: { at: 'blocked', intentId, shortfall, added: null, problem: null } }
    }
    case 'accepted':
      return state
  }
}

/** What the overlay becomes by an action. While a request is on its way only its answer counts. */
export function reduce(state: State, action: Action): State {
  return state.flow.at === 'sending' ? reduceSending(state, state.flow, action) : reduceRest(state, state.flow, action)
}
