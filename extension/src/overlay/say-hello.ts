import { ask } from '../messages'

/** What the page's address says it is about. */
export const sessionId = new URLSearchParams(location.search).get('session') ?? ''

// Said on being imported, before anything is drawn: whoever opened the overlay takes a page that is silent for a second
// for one that cannot show it, and opens a window instead.
ask('ui-bg-overlay-hello', { sessionId }).catch((error: unknown) => console.warn('Toile: the worker did not hear hello', error))
