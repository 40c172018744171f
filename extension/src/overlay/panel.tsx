import { useCallback, useEffect, useEffectEvent } from 'react'
import type { Image } from 'shared'
import { ask } from '../messages'
import type { OverlaySession } from '../storage'
import { t } from '../ui/i18n'
import { ComposeView } from './compose-view'
import { OverlayHeader } from './header'
import { Results } from './results'
import { Resume } from './resume'
import { type Overlay, useOverlay } from './use-overlay'
import { usePastedPicture, useSource } from './use-source'

/** The whole overlay of one session: header, and the view that its state asks for. */
export function Panel({ session }: { session: OverlaySession }) {
  const overlay = useOverlay(session)
  const { takeFile, takeImage } = useSource(session.id)
  const { dispatch } = overlay
  const operation = overlay.state.wish.operation

  const close = () => void ask('ui-bg-overlay-close', { sessionId: session.id })
  const onFile = useCallback(
    (file: File) => {
      // Pasted over results, a picture starts the next wish.
      dispatch({ type: 'edit' })
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

  return (
    <div className="overlay" role="dialog" aria-label={t('extensionName')}>
      <OverlayHeader balance={overlay.balance} onClose={close} />
      <View overlay={overlay} onFile={onFile} onSource={onSource} />
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
  onFile: (file: File) => void
  onSource: (image: Image) => void
}

function View({ overlay, onFile, onSource }: ViewProps) {
  const { flow } = overlay.state
  const { quote } = overlay
  // While a request is on its way the view it was sent from stays.
  const shown = flow.at === 'sending' ? flow.back : flow
  if (shown.at === 'running' || shown.at === 'finished') return <Results overlay={overlay} shown={shown} onSource={onSource} />
  const payable = quote.at === 'known' && quote.quote.shortfall === 0 ? quote.quote : null
  if (shown.at === 'blocked' && payable !== null) return <Resume overlay={overlay} blocked={shown} quote={payable} />
  return <ComposeView overlay={overlay} shown={shown} onFile={onFile} />
}
