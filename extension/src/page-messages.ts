import type { Wanted } from './acquire/picked'
import type { PillState } from './messages'

/** What the worker says to content scripts. Types only: scripts in pages carry no zod, and guard by hand. */
export type BgPageMessage =
  | { type: 'bg-page-pill-state'; state: PillState }
  | { type: 'bg-page-overlay-open'; sessionId: string; wanted: Wanted | null }
  | { type: 'bg-page-overlay-close'; sessionId: string }
  /** Puts the overlay out of sight, or back into it. Answers whether it is there. */
  | { type: 'bg-page-overlay-hide'; sessionId: string }
  | { type: 'bg-page-overlay-show'; sessionId: string }
  /** Hides (or shows) all of Toile in the page. Answers two frames later with a `Sitting`: a photograph is of the page alone. */
  | { type: 'bg-page-veil'; on: boolean; wanted: Wanted | null }
  /** To a frame: where is the picture? Answers with a `Framed`; where it cannot tell the place in the page, it calls the page by `token`. */
  | { type: 'bg-page-frame-call'; wanted: Wanted; token: string }
  /** To the page: waits for a frame that calls by `token`. Answers with a `FrameSeat`, or null. */
  | { type: 'bg-page-frame-await'; token: string }
  /** Remembers the picture that is meant before anything moves. `target` is Firefox's own name for it. Answers its mark, or null. */
  | { type: 'bg-page-image-mark'; wanted: Wanted; target: number | null }
  /** Answers with a `FoundImage`. */
  | { type: 'bg-page-image-find'; wanted: Wanted }
  /** Each answers with a `data:` address, or null: what the page may read there, what it draws, the pixels of a drawing's file. */
  | { type: 'bg-page-image-read'; address: string }
  | { type: 'bg-page-image-draw'; wanted: Wanted }
  | { type: 'bg-page-vector-draw'; file: string; wanted: Wanted }

/** The message, if it comes from this extension's own worker: content scripts hear no one else. */
export function fromWorker(raw: unknown, sender: chrome.runtime.MessageSender): BgPageMessage | null {
  if (sender.id !== chrome.runtime.id || sender.tab !== undefined) return null
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return null
  // Only this extension's code can be the sender by now, so the name decides about the rest.
  return typeof raw.type === 'string' && raw.type.startsWith('bg-page-') ? (raw as BgPageMessage) : null
}
