import type { ErrorDetails, Generation, GenerationRequest, PaymentNews } from 'shared'
import type { FailureCode } from '../failures'
import type { Wish } from './wish'

/*
 *  composing ──send──▶ sending ──accepted──▶ running ──its last image settles──▶ finished
 *   ▲  ▲  ▲              │  │                                                      │  │
 *   │  │  └──refused─────┘  └─INSUFFICIENT_CREDITS─▶ blocked ──send (the draft)    │  └──send (more, try again)
 *   │  └──────────────edit, any change of the wish──────┘                          │
 *   └─────────────────edit─────────────────────────────────────────────────────────┘
 *  Refused in any other state than composing leads back to where it was sent from.
 */

/** Why the last thing asked did not happen. */
export interface Problem {
  code: FailureCode
  details: ErrorDetails
}

interface Composing {
  at: 'composing'
  problem: Problem | null
}
interface Blocked {
  at: 'blocked'
  intentId: string
  shortfall: number
  /** Set when credits were bought meanwhile. */
  added: PaymentNews | null
  problem: Problem | null
}
interface Finished {
  at: 'finished'
  /** What was made in this sitting, oldest first: a batch, then more of it, then single images tried again. */
  batch: Generation[]
  /** Failed images that were tried again, as `imageKey` names them. */
  retried: string[]
  problem: Problem | null
}
interface Running extends Omit<Finished, 'at'> {
  at: 'running'
  stopping: boolean
}
interface Sending {
  at: 'sending'
  back: Composing | Blocked | Finished
  retrying: string | null
}
export type Flow = Composing | Sending | Running | Finished | Blocked

/** The whole state of the overlay. */
export interface State {
  wish: Wish
  flow: Flow
  /** A request whose answer never came: it may have arrived. */
  unanswered: GenerationRequest | null
}

export type Action =
  | { type: 'wish'; change: Partial<Wish> }
  | { type: 'edit' }
  | { type: 'send'; retrying?: string }
  | { type: 'accepted'; generation: Generation }
  | { type: 'refused'; request: GenerationRequest | null; problem: Problem }
  | { type: 'heard'; generation: Generation }
  | { type: 'paid'; payment: PaymentNews }
  | { type: 'stop' }
  | { type: 'stop-failed'; problem: Problem }
  | { type: 'restored'; wish: Wish; generation: Generation }
  | { type: 'draft-restored'; wish: Wish; intentId: string; shortfall: number }

/** Names one image of one generation. */
export function imageKey(generation: Generation, index: number): string {
  return `${generation.id}:${index}`
}

const afterFinish = (flow: Running | Finished): Running | Finished => {
  const { batch, retried, problem } = flow
  if (batch.at(-1)?.finished) return { at: 'finished', batch, retried, problem }
  return { at: 'running', batch, retried, problem, stopping: flow.at === 'running' && flow.stopping }
}

function accepted(flow: Sending, generation: Generation): Flow {
  const before = flow.back.at === 'finished' ? flow.back : { batch: [], retried: [] }
  const batch = [...before.batch.filter(({ id }) => id !== generation.id), generation]
  const retried = flow.retrying === null ? before.retried : [...before.retried, flow.retrying]
  return afterFinish({ at: 'running', batch, retried, problem: null, stopping: false })
}

function refused(state: State, flow: Sending, request: GenerationRequest | null, problem: Problem): State {
  // Only these two leave open whether the request arrived.
  const lost = problem.code === 'OFFLINE' || problem.code === 'INTERNAL'
  const unanswered = lost ? request : null
  if (problem.code !== 'INSUFFICIENT_CREDITS' || request === null)
    return { ...state, unanswered, flow: { ...flow.back, problem } }
  const shortfall = problem.details.shortfall ?? 0
  return { ...state, unanswered, flow: { at: 'blocked', intentId: request.intentId, shortfall, added: null, problem: null } }
}

function heard(flow: Flow, generation: Generation): Flow {
  if (flow.at !== 'running' && flow.at !== 'finished') return flow
  if (!flow.batch.some(({ id }) => id === generation.id)) return flow
  // A poll that was under way can arrive after newer news: what is finished stays finished.
  const batch = flow.batch.map((known) => (known.id === generation.id && !known.finished ? generation : known))
  return afterFinish({ ...flow, batch })
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
      return { ...state, flow: { at: 'composing', problem: null } }
    case 'send':
      return flow.at === 'running' ? state : { ...state, flow: { at: 'sending', back: flow, retrying: action.retrying ?? null } }
    case 'heard':
      return { ...state, flow: heard(flow, action.generation) }
    case 'paid':
      return flow.at === 'blocked' && action.payment.state === 'paid'
        ? { ...state, flow: { ...flow, added: action.payment } }
        : state
    case 'stop':
      return flow.at === 'running' ? { ...state, flow: { ...flow, stopping: true, problem: null } } : state
    case 'stop-failed':
      return flow.at === 'running' ? { ...state, flow: { ...flow, stopping: false, problem: action.problem } } : state
    case 'refused':
      return { ...state, flow: { ...flow, problem: action.problem } }
    case 'restored': {
      const batch = [action.generation]
      return {
        ...state,
        wish: action.wish,
        flow: afterFinish({ at: 'running', batch, retried: [], problem: null, stopping: false }),
      }
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
