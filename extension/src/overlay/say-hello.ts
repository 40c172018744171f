import { id } from 'shared'
import * as z from 'zod'
import { ask } from '../messages'

const address = new URLSearchParams(location.search)

/** Set where this page is no panel, but the window that asks something once more for one: that panel's session. */
export const asking = address.get('question')

const told = z.object({ toileSession: id })

/** In a window of our own the address names the session. Over a page only our script there does, to this frame alone. */
function sessionHere(): Promise<string> {
  if (window === window.top) return Promise.resolve(address.get('session') ?? '')
  return new Promise((resolve) => {
    const found = new AbortController()
    addEventListener(
      'message',
      ({ source, data }) => {
        const parsed = told.safeParse(data)
        if (source !== window.parent || !parsed.success) return
        found.abort()
        resolve(parsed.data.toileSession)
      },
      { signal: found.signal },
    )
  })
}

/** The session that this page is about, and whether that is here at home. */
export interface Home {
  sessionId: string
  welcome: boolean
}

/**
 * Found on being imported, before anything is drawn: whoever opened the overlay takes a page that is silent for a second
 * for one that cannot show it, and opens a window instead. To a frame that a page made itself, nobody tells anything.
 */
export const home: Promise<Home> = asking === null ? sayHello() : Promise.resolve({ sessionId: '', welcome: false })

async function sayHello(): Promise<Home> {
  const sessionId = await sessionHere()
  try {
    return { sessionId, ...(await ask('ui-bg-overlay-hello', { sessionId })) }
  } catch (error) {
    console.warn('Toile: the worker did not hear hello', error)
    return { sessionId, welcome: false }
  }
}
