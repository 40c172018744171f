import { useEffect, useState } from 'react'
import { readShortcuts, type Shortcuts } from '../shortcuts'

/** The shortcuts as the browser has them now; null until it answered. Read anew when the page is looked at again. */
export function useShortcuts(): Shortcuts | null {
  const [shortcuts, setShortcuts] = useState<Shortcuts | null>(null)
  useEffect(() => {
    const read = () =>
      void readShortcuts().then(setShortcuts, (error: unknown) => console.info('Toile: no shortcuts told', error))
    read()
    // The designer comes back from the browser's own page of shortcuts.
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [])
  return shortcuts
}
