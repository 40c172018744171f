import { useState } from 'react'
import { ask } from '../messages'

/** Asks the designer for one permission, and has the worker fetch the picture again once it is given. */
export function useAllowPicture(sessionId: string): { refused: boolean; request: (origin: string) => void } {
  const [refused, setRefused] = useState(false)
  const request = (origin: string): void => {
    // First of all: the browser asks only from a click's own handler.
    chrome.permissions
      .request({ origins: [origin] })
      .then(async (granted) => {
        setRefused(!granted)
        if (granted) await ask('ui-bg-source-again', { sessionId })
      })
      .catch((error: unknown) => {
        // Not every browser asks from a frame in a page: the settings can allow sites, too.
        console.warn('Toile: not asked', error)
        void chrome.runtime.openOptionsPage()
      })
  }
  return { refused, request }
}
