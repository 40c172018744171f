import { useEffect, useState } from 'react'
import type { Stored } from '../stored'

/** A value of `chrome.storage` that follows every change; undefined until it has been read once, unless it was read ahead. */
export function useStored<T>(stored: Stored<T>): T | undefined {
  const [value, setValue] = useState<T | undefined>(() => stored.known())
  useEffect(() => {
    const gone = new AbortController()
    let changed = false
    stored.watch((told) => {
      changed = true
      setValue(told)
    }, gone.signal)
    // A change that arrived while reading is newer than what was read.
    stored.soon().then(
      (read) => gone.signal.aborted || changed || setValue(read),
      (error: unknown) => console.error('Toile: storage was not read', error),
    )
    return () => gone.abort()
  }, [stored])
  return value
}
