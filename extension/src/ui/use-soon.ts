import { useCallback, useEffect, useRef } from 'react'

const gatherNewsMs = 200

/** Asks soon. News come in bursts (an image and its credits): one question for each burst. */
export function useSoon(ask: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const newest = useRef(ask)
  newest.current = ask
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void newest.current(), gatherNewsMs)
  }, [])
}
