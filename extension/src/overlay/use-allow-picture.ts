import { useState } from 'react'
import type { FailureCode } from '../failures'
import { ask } from '../messages'
import { useAttempt } from '../ui/use-attempt'

/** The way to a picture by one permission of the designer's. */
export interface AllowPicture {
  /** The designer did not give it. */
  refused: boolean
  /** It was given, and the picture was not fetched for this. */
  failed: FailureCode | null
  /** Asks for it, within a click, and has the worker fetch the picture again once it is given. */
  request: (origin: string) => void
}

export function useAllowPicture(sessionId: string): AllowPicture {
  const [refused, setRefused] = useState(false)
  const { failed, attempt } = useAttempt()
  const again = async (origin: string): Promise<unknown> => {
    // First of all: the browser asks only from a click's own handler.
    const given = await permitted(origin)
    // The settings can allow sites, too.
    if (given === 'not-asked') return chrome.runtime.openOptionsPage()
    setRefused(!given)
    return given && ask('ui-bg-source-again', { sessionId })
  }
  return { refused, failed, request: (origin) => attempt(() => again(origin)) }
}

/** Not every browser asks from a frame in a page. */
async function permitted(origin: string): Promise<boolean | 'not-asked'> {
  try {
    return await chrome.permissions.request({ origins: [origin] })
  } catch (error) {
    console.warn('Toile: not asked', error)
    return 'not-asked'
  }
}
