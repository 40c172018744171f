import type { Draft, Generation, GenerationRequest, PayingLot, PaymentNews } from 'shared'
import type { Problem } from '../failures'
import type { Wish } from '../overlay-session'

/*
 *  composing ──send──▶ sending ──accepted──▶ running ──its last image settles──▶ finished
 *   ▲  ▲  ▲              │  │                                                   │  │  ▲
 *   │  │  └──refused─────┘  └─INSUFFICIENT_CREDITS─▶ blocked ──send (the draft) │  │  │
 *   │  └──────────────edit, any change of the wish──────┘                       │  └──send (more, try again)
 *   └─────────────────edit──────────────────────────────────────────────────────┘     │
 *  Refused in any other state than composing leads back to where it was sent from.    │
 *  From composing and blocked, images made before are one step away ──────look back───┘
 *  An order whose answer was lost is kept in `unanswered`; once it is found to have arrived, its images are shown.
 */

/** What is asked of the server in one go. Only the state it brings about sends it: whoever is not let in sends nothing. */
export interface Order {
  request: GenerationRequest
  /** The failed image it makes up for, as `imageKey` names it. */
  retrying: string | null
  /** The lots that pay, as its quote named them. */
  from: PayingLot[]
}

/** What the designer came from and can look back at: images, and the wish they were made by. */
interface Before {
  finished: Finished
  wish: Wish
}
interface Composing {
  at: 'composing'
  problem: Problem | null
  before: Before | null
}
interface Blocked {
  at: 'blocked'
  /** What was refused: the server keeps it as a draft, under its intent. */
  order: Order
  /** Credits missing, where the refusal said so; the quote knows it as of now. */
  shortfall: number | null
  /** Set when credits were bought meanwhile. */
  added: PaymentNews | null
  problem: Problem | null
  before: Before | null
}
export interface Made {
  /** What was made in this sitting, oldest first: a batch, then more of it, then single images tried again. */
  batch: Generation[]
  /** Failed images that were tried again, as `imageKey` names them. */
  retried: string[]
  /** The lots that pay for the newest generation; empty where that is not known any more. */
  from: PayingLot[]
  /** Its answer had been lost, and it was found on the server. */
  found: boolean
  problem: Problem | null
}
export interface Finished extends Made {
  at: 'finished'
}
export interface Running extends Made {
  at: 'running'
  stopping: boolean
}
export interface Sending {
  at: 'sending'
  back: Composing | Blocked | Finished
  order: Order
}
export type Flow = Composing | Sending | Running | Finished | Blocked

/** The whole state of the overlay. */
export interface State {
  wish: Wish
  flow: Flow
  /** Orders whose answers never came, oldest first: each may have arrived. */
  unanswered: Order[]
}

export type Action =
  | { type: 'wish'; change: Partial<Wish> }
  | { type: 'edit' }
  | { type: 'look-back' }
  | { type: 'send'; order: Order }
  | { type: 'accepted'; intentId: string; generation: Generation }
  /** `left` is false where the order never left this page. */
  | { type: 'refused'; intentId: string; problem: Problem; left: boolean }
  | { type: 'heard'; generation: Generation }
  /** Asked for before something else was sent: that stays unsent. */
  | { type: 'found'; generation: Generation }
  | { type: 'trouble'; problem: Problem }
  | { type: 'paid'; payment: PaymentNews }
  | { type: 'reachable' }
  | { type: 'stop' }
  | { type: 'stop-failed'; problem: Problem }
  /** `wish` is what was set beside them; null where that is not known, and what they were made by counts. */
  | { type: 'restored'; generations: Generation[]; retried: string[]; wish: Wish | null }
  | { type: 'draft-restored'; draft: Draft }

/** Names one image of one generation. */
export function imageKey(generation: Generation, index: number): string {
  return `${generation.id}:${index}`
}
