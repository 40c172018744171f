import { useEffect, useState } from 'react'

/** Looked at anew so often while it is not pinned, in ms: not every browser tells of it. */
const lookEveryMs = 2_000

/** Whether Toile's icon is on the toolbar; null where the browser does not say. */
export function usePinned(): boolean | null {
  const [pinned, setPinned] = useState<boolean | null>(null)
  useEffect(() => {
    if (!('getUserSettings' in chrome.action)) return
    let gone = false
    const look = () => {
      chrome.action.getUserSettings().then(
        ({ isOnToolbar }) => gone || setPinned(isOnToolbar ?? null),
        (error: unknown) => console.info('Toile: not told whether the icon is pinned', error),
      )
    }
    look()
    const timer = setInterval(() => document.visibilityState === 'visible' && look(), lookEveryMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [])
  return pinned
}
