import type { ReactNode } from 'react'
import type { FreeChange, Image, Quote } from 'shared'
import type { OverlaySession, Wish } from '../overlay-session'
import { Announcer } from '../ui/announce'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { useAttempt } from '../ui/use-attempt'
import { useDropped } from '../ui/use-dropped'
import { ComposeView } from './compose-view'
import { AskedNote } from './guard/asked-note'
import { OverlayHeader } from './header'
import { closeOverlay, minimiseOverlay } from './leave'
import type { GoOn } from './result-ways'
import { Results } from './results'
import { Resume } from './resume'
import { useKeys } from './use-keys'
import { type Overlay, useOverlay } from './use-overlay'
import { useRefused } from './use-refused'
import { useSource } from './use-source'
import { forAnotherPicture } from './wish'

/** The whole overlay of one session: header, and the view that its state asks for. */
export function Panel({ session }: { session: OverlaySession }) {
  const overlay = useOverlay(session)
  const { takeFile, takeImage } = useSource(session.id)
  const { dispatch } = overlay
  const { failed, attempt } = useAttempt()
  const { wish, flow } = overlay.state
  const busy = flow.at === 'sending' || flow.at === 'running'
  const [refused, setRefused] = useRefused(busy)

  const leave = (how: (sessionId: string) => Promise<void>) => () => attempt(() => overlay.keep().then(() => how(session.id)))
  const close = leave(closeOverlay)
  const minimise = leave(minimiseOverlay)
  const onFile = (file: File) => {
    // What is on its way keeps its picture.
    setRefused(busy ? 'busy' : null)
    if (busy) return
    // Pasted over results, a picture starts the next wish.
    dispatch({ type: 'edit' })
    dispatch({ type: 'wish', change: ofPicture(wish) })
    attempt(() => takeFile(file))
  }
  const onGoOn: GoOn = (image, how) => {
    dispatch({ type: 'edit' })
    dispatch({ type: 'wish', change: how === 'adjust' ? { ...ofPicture(wish), operation: 'recolour' } : ofPicture(wish) })
    attempt(() => takeImage(image))
  }
  const onAdjust = (image: Image, operation: FreeChange) => {
    dispatch({ type: 'wish', change: { ...forAnotherPicture(wish), operation } })
    attempt(() => takeImage(image))
  }
  const over = useDropped(onFile, () => setRefused('no-picture'))
  useKeys(minimise, flow.at === 'composing' ? overlay.generate : null)

  return (
    <div className="overlay" role="dialog" aria-label={t('extensionName')}>
      <Announcer>
        <OverlayHeader balance={overlay.balance} projects={overlay.projects} onMinimise={minimise} onClose={close} />
        {failed !== null && (
          <Notice>
            <FailureNote code={failed} />
          </Notice>
        )}
        {refused === 'no-picture' && (
          <Notice>
            <FailureNote code="UNSUPPORTED_IMAGE" />
          </Notice>
        )}
        {refused === 'busy' && (
          <Notice>
            <Note title={t('drop_later')} />
          </Notice>
        )}
        <AskedNote spending={overlay.spending} />
        <View overlay={overlay} onFile={onFile} onGoOn={onGoOn} onAdjust={onAdjust} />
        {over && !busy && <p className="drop-here">{t('drop_here')}</p>}
      </Announcer>
    </div>
  )
}

/** What is said above the view, whichever that is. */
function Notice({ children }: { children: ReactNode }) {
  return <div className="overlay-notice">{children}</div>
}

/** The wish for another picture: what is made of words alone has none, everything else goes on. */
function ofPicture(wish: Wish): Partial<Wish> {
  return { operation: wish.operation === 'generate' ? 'vary' : wish.operation, ...forAnotherPicture(wish) }
}

interface ViewProps {
  overlay: Overlay
  onFile: (file: File) => void
  onGoOn: GoOn
  onAdjust: (image: Image, change: FreeChange) => void
}

function View({ overlay, onFile, onGoOn, onAdjust }: ViewProps) {
  const { flow } = overlay.state
  const { quote } = overlay
  // While a request is on its way the view it was sent from stays.
  const shown = flow.at === 'sending' ? flow.back : flow
  if (shown.at === 'running' || shown.at === 'finished') return <Results overlay={overlay} shown={shown} onGoOn={onGoOn} />
  const payable = quote.at === 'known' && isPayable(quote.quote) ? quote.quote : null
  if (shown.at === 'blocked' && payable !== null) return <Resume overlay={overlay} blocked={shown} quote={payable} />
  return <ComposeView overlay={overlay} shown={shown} onFile={onFile} onAdjust={onAdjust} />
}

/** Whether there are credits for it: a reserve or a budget may still ask for a word. */
function isPayable({ shortfall, refusal }: Quote): boolean {
  return shortfall === 0 && refusal?.code !== 'IN_DEBT'
}
