import type { PillState } from './messages'
import type { Wanted } from './storage'

/** What the worker says to content scripts. Types only: scripts in pages carry no zod, and guard by hand. */
export type BgPageMessage =
  | { type: 'bg-page-pill-state'; state: PillState }
  | { type: 'bg-page-overlay-open'; sessionId: string; wanted: Wanted | null }
  | { type: 'bg-page-overlay-close'; sessionId: string }
  /** Puts the overlay out of sight, or back into it. Answers whether it is there. */
  | { type: 'bg-page-overlay-hide'; sessionId: string }
  | { type: 'bg-page-overlay-show'; sessionId: string }
  /** Hides (or shows) all of Toile in the page. Answers two frames later with a `Sitting`: a photograph is of the page alone. */
  | { type: 'bg-page-veil'; on: boolean; wanted: Wanted }
  /** Answers with a `FoundImage`. */
  | { type: 'bg-page-image-find'; wanted: Wanted }

/** The message, if it comes from this extension's own worker: content scripts hear no one else. */
export function fromWorker(raw: unknown, sender: chrome.runtime.MessageSender): BgPageMessage | null {
  if (sender.id !== chrome.runtime.id || sender.tab !== undefined) return null
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return null
  // Only this extension's code can be the sender by now, so the name decides about the rest.
  return typeof raw.type === 'string' && raw.type.startsWith('bg-page-') ? (raw as BgPageMessage) : null
}
