import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { type Saying, withSaying } from './announcements'

const pauseMs = 2_000
/** A region that gets its words together with its place in the page is not read. */
const atFirstMs = 100

/** Without an announcer around it (a part drawn by itself) a component has nobody to tell. */
const Say = createContext<(saying: Saying) => void>(() => {})

/**
 * The one live region of a page: it is there before its words are. It reads out what `useAnnounce` gives it, politely and
 * at most once in two seconds.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 })
  const waiting = useRef<Saying[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = useCallback((saying: Saying) => {
    waiting.current = withSaying(waiting.current, saying)
    const next = () => {
      const [first, ...others] = waiting.current
      waiting.current = others
      timer.current = first === undefined ? undefined : setTimeout(next, pauseMs)
      if (first !== undefined) setSaid(({ turn }) => ({ words: first.words, turn: turn + 1 }))
    }
    timer.current ??= setTimeout(next, atFirstMs)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <Say value={say}>
      {children}
      <p className="unseen" role="status">
        {/* A new element each time: the same words said again are read again. */}
        <span key={said.turn}>{said.words}</span>
      </p>
    </Say>
  )
}

/** Has `words` read out whenever they change to something. */
export function useAnnounce(words: string, kind: Saying['kind'] = 'news'): void {
  const say = use(Say)
  useEffect(() => {
    if (words !== '') say({ words, kind })
  }, [words, kind, say])
}
