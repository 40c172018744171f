import type { Generation } from 'shared'
import type { Wish } from '../overlay-session'
import { accepted, found, refused } from './answers'
import type { Action, Flow, Sending, State } from './flow'
import { nothingMade, shown, withNews } from './made'
import { wishOf, wishOfRequest } from './wish'

type Resting = Exclude<Flow, Sending>

function heard(state: State, flow: Resting, generation: Generation): State {
  if (state.unanswered.some(({ request }) => request.intentId === generation.intentId)) return found(state, flow, generation)
  if (flow.at === 'blocked' && flow.order.request.intentId === generation.intentId) {
    // The draft was resumed somewhere else: this is what it became.
    return { ...state, flow: shown({ ...nothingMade, batch: [generation] }) }
  }
  if (flow.at !== 'running' && flow.at !== 'finished') return state
  const batch = withNews(flow.batch, generation)
  return { ...state, flow: shown({ ...flow, batch }, flow.at === 'running' && flow.stopping) }
}

/** An order goes out from where one can choose what to ask for; a failed image is made up for once. */
function sent(state: State, flow: Resting, { order }: Extract<Action, { type: 'send' }>): State {
  if (flow.at === 'running') return state
  if (order.retrying !== null && flow.at === 'finished' && flow.retried.includes(order.retrying)) return state
  return { ...state, flow: { at: 'sending', back: { ...flow, problem: null }, order } }
}

function edited(state: State, flow: Resting): State {
  if (flow.at === 'running') return state
  const before = flow.at === 'finished' ? { finished: { ...flow, problem: null }, wish: state.wish } : flow.before
  return { ...state, flow: { at: 'composing', problem: null, before } }
}

/** Always in one order. */
function wordsFirst({ prompt, operation, count, size, engine, options }: Wish) {
  return [prompt, operation, count, size, engine, options]
}

/** A click on what is chosen already is no change: what is said about the wish stays. */
function isSame(a: Wish, b: Wish): boolean {
  return JSON.stringify(wordsFirst(a)) === JSON.stringify(wordsFirst(b))
}

/** Back to the images that were there before, with the wish that made them. */
function lookedBack(state: State, flow: Resting): State {
  if ((flow.at !== 'composing' && flow.at !== 'blocked') || flow.before === null) return state
  return { ...state, wish: flow.before.wish, flow: flow.before.finished }
}

function restored(state: State, flow: Resting, action: Extract<Action, { type: 'restored' | 'draft-restored' }>): State {
  // What is under way here by now is newer than what was left behind.
  if (flow.at !== 'composing') return state
  if (action.type === 'restored') {
    const { generations: batch, retried, wish } = action
    const last = batch.at(-1)
    if (last === undefined) return state
    const shownBy = batch.map(({ intentId }) => intentId)
    const unanswered = state.unanswered.filter(({ request }) => !shownBy.includes(request.intentId))
    return { wish: wish ?? wishOf(last), unanswered, flow: shown({ ...nothingMade, batch, retried }) }
  }
  const { request } = action.draft
  const order = { request, retrying: null, from: [] }
  const blocked: Flow = { at: 'blocked', order, shortfall: null, added: null, problem: null, before: null }
  return { ...state, wish: wishOfRequest(request), flow: blocked }
}

function reduceSending(state: State, flow: Sending, action: Action): State {
  const { back, order } = flow
  switch (action.type) {
    case 'accepted':
      return action.intentId === order.request.intentId ? accepted(state, flow, action.generation) : state
    case 'refused':
      return action.intentId === order.request.intentId ? refused(state, flow, action.problem, action.left) : state
    case 'found':
      return found(state, back, action.generation)
    case 'paid': {
      const behind = reduceResting(state, back, action).flow
      return behind.at === 'blocked' ? { ...state, flow: { ...flow, back: behind } } : state
    }
    default:
      return state
  }
}

function reduceResting(state: State, flow: Resting, action: Action): State {
  switch (action.type) {
    case 'wish': {
      const wish = { ...state.wish, ...action.change }
      if (isSame(wish, state.wish)) return state
      return flow.at === 'blocked' || flow.at === 'composing' ? { ...edited(state, flow), wish } : { ...state, wish }
    }
    case 'edit':
      return edited(state, flow)
    case 'look-back':
      return lookedBack(state, flow)
    case 'send':
      return sent(state, flow, action)
    case 'heard':
      return heard(state, flow, action.generation)
    case 'found':
      return found(state, flow, action.generation)
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
    case 'trouble':
      return { ...state, flow: { ...flow, problem: action.problem } }
    case 'restored':
    case 'draft-restored':
      return restored(state, flow, action)
    case 'accepted':
    case 'refused':
      return state
  }
}

/** What the overlay becomes by an action. While an order is on its way only its answer counts: its fields are locked. */
export function reduce(state: State, action: Action): State {
  return state.flow.at === 'sending' ? reduceSending(state, state.flow, action) : reduceResting(state, state.flow, action)
}
