import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { codeOf, type FailureCode } from '../../failures'
import { ask } from '../../messages'
import type { Question, QuestionAbout } from '../../question'
import { memory } from '../../storage'
import { ownPanel } from './own-panel'

/** The way of everything that costs credits. */
export interface Spending {
  /** Does it at once where the click was meant; else it is asked for in a window of our own, and done after the yes there. */
  spend: (about: QuestionAbout, act: () => void) => void
  /** The window is asking. */
  asked: boolean
  /** The window could not be opened. */
  failed: FailureCode | null
  /** Takes the question back. */
  drop: () => void
}

/** What costs nothing, and never can: the server takes no more than the request allows. */
const isFree = (about: QuestionAbout): boolean => about.kind === 'images' && about.request.maxCredits === 0

function dropQuestion(sessionId: string): void {
  ask('ui-bg-question-drop', { sessionId }).catch((error: unknown) => console.warn('Toile: the question stays open', error))
}

/** Guards what the overlay of that session spends. */
export function useSpending(sessionId: string): Spending {
  const waiting = useRef<{ id: string; act: () => void } | null>(null)
  /** How often a question was taken back, also one that is only being opened: by a no, or by a click that was done at once. */
  const takenBack = useRef(0)
  const [asked, setAsked] = useState(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const done = () => {
    waiting.current = null
    setAsked(false)
  }
  const hear = useEffectEvent((question: Question | undefined) => {
    if (waiting.current === null) return
    if (question?.id !== waiting.current.id) return done()
    if (!question.yes) return
    waiting.current.act()
    done()
    dropQuestion(sessionId)
  })
  const drop = () => {
    takenBack.current += 1
    done()
    dropQuestion(sessionId)
  }
  // The page around goes on to another one: nobody is left to do what a yes would mean.
  const leave = useEffectEvent(() => asked && drop())
  useEffect(() => {
    const left = new AbortController()
    memory.questions.watch((all) => hear(all[sessionId]), left.signal)
    addEventListener('pagehide', () => leave(), { signal: left.signal })
    return () => left.abort()
  }, [sessionId])

  const askFor = async (about: QuestionAbout, act: () => void) => {
    setFailed(null)
    setAsked(true)
    const before = takenBack.current
    try {
      const { id } = await ask('ui-bg-question-ask', { sessionId, about })
      if (takenBack.current === before) waiting.current = { id, act }
      else dropQuestion(sessionId)
    } catch (error) {
      console.warn('Toile: nothing could be asked', error)
      setAsked(false)
      setFailed(codeOf(error))
    }
  }
  // Of two clicks in one moment the first is judged.
  const judging = useRef(false)
  const judge = async (about: QuestionAbout, act: () => void) => {
    if (judging.current) return
    judging.current = true
    const meant = await ownPanel.isMeant()
    judging.current = false
    if (!meant) return askFor(about, act)
    takenBack.current += 1
    if (waiting.current !== null) dropQuestion(sessionId)
    done()
    act()
  }
  return {
    spend: (about, act) => {
      if (isFree(about)) act()
      else void judge(about, act)
    },
    asked,
    failed,
    drop,
  }
}
