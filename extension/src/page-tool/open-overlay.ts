import { findWanted, standingOf } from '../acquire/find-wanted'
import type { Wanted } from '../acquire/picked'
import { showOverlay } from './overlay-frame'

/** The overlay of this page: there is one at most. */
let overlay: (ReturnType<typeof showOverlay> & { sessionId: string; controller: AbortController }) | null = null

/** Puts the overlay over the page, beside what it is about; one that is there goes. Answers whether it can be seen there. */
export function openOverlay(sessionId: string, wanted: Wanted | null): boolean {
  overlay?.controller.abort()
  const controller = new AbortController()
  overlay = {
    sessionId,
    controller,
    ...showOverlay(sessionId, wanted && findWanted(wanted), (wanted && standingOf(wanted)?.box) ?? null, controller.signal),
  }
  return !overlay.isCovered
}

export function closeOverlay(sessionId: string): void {
  if (overlay?.sessionId !== sessionId) return
  overlay.controller.abort()
  overlay = null
}

/** Puts the overlay out of sight, where it goes on as it is, or back into it. Answers whether it is there. */
export function moveOverlay(sessionId: string, to: 'hide' | 'show'): boolean {
  if (overlay?.sessionId !== sessionId || !overlay.isThere()) return false
  overlay[to]()
  return true
}
