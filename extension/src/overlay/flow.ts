import type { Generation, GenerationRequest, PayingLot, PaymentNews } from 'shared'
import type { Problem } from '../failures'
import type { Wish } from './wish'

/*
 *  composing ──send──▶ sending ──accepted──▶ running ──its last image settles──▶ finished
 *   ▲  ▲  ▲              │  │                                                      │  │
 *   │  │  └──refused─────┘  └─INSUFFICIENT_CREDITS─▶ blocked ──send (the draft)    │  └──send (more, try again)
 *   │  └──────────────edit, any change of the wish──────┘                          │
 *   └─────────────────edit─────────────────────────────────────────────────────────┘
 *  Refused in any other state than composing leads back to where it was sent from.
 */

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
export interface Finished {
  at: 'finished'
  /** What was made in this sitting, oldest first: a batch, then more of it, then single images tried again. */
  batch: Generation[]
  /** Failed images that were tried again, as `imageKey` names them. */
  retried: string[]
  /** The lots that pay for the newest generation, as its quote named them; empty where that is not known any more. */
  from: PayingLot[]
  problem: Problem | null
}
export interface Running extends Omit<Finished, 'at'> {
  at: 'running'
  stopping: boolean
}
export interface Sending {
  at: 'sending'
  back: Composing | Blocked | Finished
  retrying: string | null
  from: PayingLot[]
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
  | { type: 'send'; from: PayingLot[]; retrying?: string }
  | { type: 'accepted'; generation: Generation }
  | { type: 'refused'; request: GenerationRequest | null; problem: Problem }
  | { type: 'heard'; generation: Generation }
  | { type: 'paid'; payment: PaymentNews }
  | { type: 'reachable' }
  | { type: 'stop' }
  | { type: 'stop-failed'; problem: Problem }
  | { type: 'restored'; wish: Wish; generation: Generation }
  | { type: 'draft-restored'; wish: Wish; intentId: string; shortfall: number }

/** Names one image of one generation. */
export function imageKey(generation: Generation, index: number): string {
  return `${generation.id}:${index}`
}
