import { watchHand } from './hand'
import { type Deed, isMeant, nothingSeen, type Seen, type Sight, see } from './sight'
import type { Witness } from './witness'

/**
 * Watches a window of our own until `signal` aborts. No page can lay anything into it, but one may lay a window over it and take
 * that away between two clicks, or while a key is held: a click counts where the pointer has moved here for a while, a key where the
 * window has been in front for one. In plain sight it is by itself.
 * @param zoom the tab's zoom as of now: 1.5 at 150 %
 */
export function watchOwnWindow(zoom: () => number, signal: AbortSignal, now = () => performance.now()): Witness {
  let sight: Sight = { ...nothingSeen, seenSince: now() }
  let meant = false
  const note = (seen: Seen): void => {
    sight = see(sight, seen)
    // Another window came in front, it may be right over the pointer.
    if (seen.type === 'blur') sight = see(sight, { type: 'pointer-left' })
  }
  const judge = (deed: Deed): void => {
    meant = isMeant(sight, deed)
    // It speaks for what is done while it is handled, and for nothing later.
    setTimeout(() => {
      meant = false
    })
  }
  watchHand({ zoom, now, note, judge }, signal)
  return { isMeant: async () => meant }
}
