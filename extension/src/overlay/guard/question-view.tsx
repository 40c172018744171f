import { useEffect, useRef, useState } from 'react'
import type { GenerationRequest, Quote } from 'shared'
import { ask } from '../../messages'
import { type OverlaySession, tabOf } from '../../overlay-session'
import type { Question } from '../../question'
import { memory, readOverlaySession } from '../../storage'
import { Announcer, useAnnounce } from '../../ui/announce'
import { Button } from '../../ui/button'
import { CostLine } from '../../ui/cost-line'
import { errorSentence } from '../../ui/error-sentence'
import { FailureNote } from '../../ui/failure-note'
import { facts, t, tn } from '../../ui/i18n'
import { Mark } from '../../ui/mark'
import { price } from '../../ui/money'
import { Note } from '../../ui/note'
import { operationNames } from '../../ui/operation-name'
import { Thumb } from '../../ui/thumb'
import { useAttempt } from '../../ui/use-attempt'
import { startResting } from './rested'

/** The same, asked once more in a window of our own: what, for how much, and one button. */
export function QuestionView({ sessionId }: { sessionId: string }) {
  const question = useQuestion(sessionId)
  const { ready, counts } = useRested()
  const { failed, attempt } = useAttempt()
  const [inVain, setInVain] = useState(false)
  if (question === undefined) return <div className="overlay" />
  const no = () => attempt(() => ask('ui-bg-question-drop', { sessionId }))
  const yes = ({ nativeEvent }: { nativeEvent: MouseEvent }) => {
    if (question === null) return
    if (counts(nativeEvent)) attempt(() => ask('ui-bg-question-yes', { sessionId, id: question.id }))
    else setInVain(ready)
  }
  return (
    <main className="overlay" onKeyDown={(event) => event.key === 'Escape' && no()}>
      <Announcer>
        <header className="overlay-header">
          <Mark />
          <h1 className="word grow">{t('extensionName')}</h1>
        </header>
        <div className="overlay-body">
          {question === null ? (
            <Note title={t('question_gone')} />
          ) : (
            <>
              <h2 className="title">{t('question_title')}</h2>
              <p className="quiet">{t('question_why')}</p>
              {question.about.kind === 'images' && <Wanted sessionId={sessionId} {...question.about} />}
            </>
          )}
          {failed !== null && <FailureNote code={failed} />}
        </div>
        <footer className="overlay-footer">
          {inVain && question !== null && <OnceMore />}
          {question?.about.kind === 'images' && <CostLine quote={question.about.quote} now={new Date()} />}
          {question !== null && (
            <Button look="main" size="large" wide aria-disabled={!ready || undefined} onClick={yes}>
              {yesWords(question)}
            </Button>
          )}
          <Button look="ghost" wide onClick={no}>
            {t('cancel')}
          </Button>
        </footer>
      </Announcer>
    </main>
  )
}

/** To a hand that was not over the window before, as a finger never is: its first click does not count. */
function OnceMore() {
  const words = t('question_once_more')
  useAnnounce(words)
  return <p className="strong">{words}</p>
}

/** What was asked for, in words, of which picture; and what of the reserve or of a budget it takes. */
function Wanted({ sessionId, request, quote }: { sessionId: string; request: GenerationRequest; quote: Quote }) {
  const [session, setSession] = useState<OverlaySession | null>(null)
  useEffect(() => void readOverlaySession(sessionId).then(setSession), [sessionId])
  const { operation, count, size, prompt, sourceImageId } = request
  const image = session?.source?.state === 'ready' && session.source.image.id === sourceImageId ? session.source.image : null
  const summary = facts(t(operationNames[tabOf(operation)]), tn('images', count), t('pixels_edge', { size: String(size) }))
  return (
    <>
      <div className="card row">
        {image !== null && <Thumb image={image} size={56} alt={t('source_picture')} />}
        <div className="grow stack">
          {prompt !== '' && <p>{prompt}</p>}
          <p className={prompt === '' ? 'strong' : 'caption'}>{summary}</p>
        </div>
      </div>
      {quote.refusal !== null && <Note look="reserve" title={errorSentence(quote.refusal.code, quote.refusal.details).what} />}
    </>
  )
}

function yesWords({ about }: Question): string {
  if (about.kind === 'pack') return tn('buy_for', about.pack.credits, { price: price(about.pack.price) })
  return tn('question_yes', about.quote.credits)
}

/** Null where there is nothing to ask; undefined until that is known. */
function useQuestion(sessionId: string): Question | null | undefined {
  const [question, setQuestion] = useState<Question | null>()
  useEffect(() => {
    const left = new AbortController()
    memory.questions.watch((all) => setQuestion(all[sessionId] ?? null), left.signal)
    void memory.questions.get().then((all) => left.signal.aborted || setQuestion(all[sessionId] ?? null))
    return () => left.abort()
  }, [sessionId])
  return question
}

/** Whether the button can be pressed by now, and whether a click on it counts. */
function useRested(): { ready: boolean; counts: (click: MouseEvent) => boolean } {
  const [ready, setReady] = useState(false)
  const counts = useRef<(click: MouseEvent) => boolean>(() => false)
  useEffect(() => {
    const left = new AbortController()
    counts.current = startResting(setReady, left.signal)
    return () => left.abort()
  }, [])
  return { ready, counts: (click) => counts.current(click) }
}
