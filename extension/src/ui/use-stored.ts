import { useEffect, useState } from 'react'
import type { Stored } from '../stored'

/** A value of `chrome.storage` that follows every change; undefined until it has been read once. */
export function useStored<T>(stored: Stored<T>): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    const gone = new AbortController()
    stored.watch(setValue, gone.signal)
    // Functional form: a change that arrived while reading is newer than what was read.
    void stored.get().then((read) => gone.signal.aborted || setValue((seen) => (seen === undefined ? read : seen)))
    return () => gone.abort()
  }, [stored])
  return value
}
