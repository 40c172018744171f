import { useEffect, useRef, useState } from 'react'

const pauseMs = 2_000

/** Tells screen readers what changes quickly, politely and at most once in two seconds. */
export function Announce({ words }: { words: string }) {
  const [said, setSaid] = useState('')
  const lastAt = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + pauseMs - Date.now())
    const timer = setTimeout(() => {
      lastAt.current = Date.now()
      setSaid(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  )
}
