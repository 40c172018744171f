import { ask } from '../messages'

const address = new URLSearchParams(location.search)

/** What the page's address says it is about. */
export const sessionId = address.get('session') ?? ''

/** Set where this page is no panel, but the window that asks something once more for one: that panel's session. */
export const asking = address.get('question')

/**
 * Whether that session is here at home.
 * Said on being imported, before anything is drawn: whoever opened the overlay takes a page that is silent for a second
 * for one that cannot show it, and opens a window instead.
 */
export const welcome: Promise<boolean> = asking === null ? sayHello() : Promise.resolve(false)

async function sayHello(): Promise<boolean> {
  try {
    return (await ask('ui-bg-overlay-hello', { sessionId })).welcome
  } catch (error) {
    console.warn('Toile: the worker did not hear hello', error)
    return false
  }
}
