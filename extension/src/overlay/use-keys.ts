import { useEffect, useEffectEvent } from 'react'

/** The overlay's keys: Escape leaves it, Ctrl or ⌘ with Enter generates where that can be done. */
export function useKeys(leave: () => void, generate: (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // Escape and Enter also end the writing of an accent or a sign.
    if (event.isComposing) return
    if (event.key === 'Escape') leave()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isInForm(event)) generate?.()
  })
  useEffect(() => {
    const left = new AbortController()
    document.addEventListener('keydown', (event) => onKey(event), { signal: left.signal })
    return () => left.abort()
  }, [])
}

/** Who fills in a form, a new project's for one, means that. */
function isInForm({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('form') !== null
}
