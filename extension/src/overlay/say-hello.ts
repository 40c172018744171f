import { ask } from '../messages'

const address = new URLSearchParams(location.search)

/** What the page's address says it is about. */
export const sessionId = address.get('session') ?? ''

/** Set where this page is no panel, but the window that asks something once more for one: that panel's session. */
export const asking = address.get('question')

// Said on being imported, before anything is drawn: whoever opened the overlay takes a page that is silent for a second
// for one that cannot show it, and opens a window instead.
if (asking === null) {
  ask('ui-bg-overlay-hello', { sessionId }).catch((error: unknown) => console.warn('Toile: the worker did not hear hello', error))
}
