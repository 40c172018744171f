import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { Image } from 'shared'
import type { Problem } from '../failures'
import { ask } from '../messages'
import type { OverlaySession } from '../storage'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { Blocked } from './blocked'
import { Compose } from './compose'
import { ComposeFooter } from './compose-footer'
import { OverlayHeader } from './header'
import { ProblemNote } from './problem-note'
import { Results } from './results'
import { Resume } from './resume'
import { type Overlay, useOverlay } from './use-overlay'
import { usePastedPicture, useSource } from './use-source'
import { type Missing, withSuggestion } from './wish'

/** The whole overlay of one session: header, and the view that its state asks for. */
export function Panel({ session }: { session: OverlaySession }) {
  const overlay = useOverlay(session)
  const { takeFile, takeImage } = useSource(session.id)
  const promptField = useRef<HTMLTextAreaElement>(null)
  const { dispatch } = overlay
  const operation = overlay.state.wish.operation

  const close = () => void ask('ui-bg-overlay-close', { sessionId: session.id })
  const onFile = useCallback(
    (file: File) => {
      if (operation === 'generate') dispatch({ type: 'wish', change: { operation: 'vary' } })
      void takeFile(file)
    },
    [operation, dispatch, takeFile],
  )
  const onSource = (image: Image) => {
    dispatch({ type: 'edit' })
    dispatch({ type: 'wish', change: { operation: 'vary' } })
    void takeImage(image)
  }
  usePastedPicture(onFile)
  useKeys(close, overlay.state.flow.at === 'composing' ? overlay.generate : null)
  // The page has just been opened for this: the first thing to do is to write.
  useEffect(() => promptField.current?.focus(), [])

  return (
    <div className="overlay" role="dialog" aria-label={t('extensionName')}>
      <OverlayHeader balance={overlay.balance} onClose={close} />
      <View overlay={overlay} promptField={promptField} onFile={onFile} onSource={onSource} />
    </div>
  )
}

function useKeys(close: () => void, generate: (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // Escape and Enter also end the writing of an accent or a sign.
    if (event.isComposing) return
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) generate?.()
  })
  useEffect(() => {
    const left = new AbortController()
    document.addEventListener('keydown', (event) => onKey(event), { signal: left.signal })
    return () => left.abort()
  }, [])
}

interface ViewProps {
  overlay: Overlay
  promptField: React.RefObject<HTMLTextAreaElement | null>
  onFile: (file: File) => void
  onSource: (image: Image) => void
}

function View({ overlay, promptField, onFile, onSource }: ViewProps) {
  const { state, quote, dispatch } = overlay
  // While a request is on its way the view it was sent from stays.
  const shown = state.flow.at === 'sending' ? state.flow.back : state.flow
  if (shown.at === 'running' || shown.at === 'finished') return <Results overlay={overlay} shown={shown} onSource={onSource} />
  if (shown.at === 'blocked') {
    const price = quote.at === 'known' && quote.quote.shortfall === 0 ? quote.quote : null
    if (price !== null) return <Resume overlay={overlay} blocked={shown} quote={price} />
    return <Blocked overlay={overlay} blocked={shown} promptField={promptField} onFile={onFile} />
  }
  const onMissing = (what: Missing) => what === 'prompt' && promptField.current?.focus()
  const suggest = (word: string, unknown: string[]) =>
    dispatch({ type: 'wish', change: { prompt: withSuggestion(state.wish.prompt, unknown, word) } })
  return (
    <>
      <Compose overlay={overlay} promptField={promptField} onFile={onFile}>
        <Problems overlay={overlay} problem={shown.problem} onSuggestion={suggest} />
      </Compose>
      <ComposeFooter overlay={overlay} onMissing={onMissing} />
    </>
  )
}

function Problems({
  overlay,
  problem,
  onSuggestion,
}: {
  overlay: Overlay
  problem: Problem | null
  onSuggestion: (word: string, unknownWords: string[]) => void
}) {
  const { quote, askPriceAgain } = overlay
  if (quote.at === 'failed') {
    return (
      <ProblemNote
        problem={{ code: quote.code, details: {} }}
        action={
          <Button size="small" onClick={askPriceAgain}>
            {t('try_again')}
          </Button>
        }
      />
    )
  }
  return problem === null ? null : <ProblemNote problem={problem} onSuggestion={onSuggestion} />
}
